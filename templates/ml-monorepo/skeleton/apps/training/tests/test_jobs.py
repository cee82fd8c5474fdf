import unittest

from jobs.stores import NotConfigured, configure
from objects import ObjectUnavailable, headers_of, url_of

LOCAL = {"project": "example", "registry": "data/registry.db", "provider": "local"}


class StoresTest(unittest.TestCase):
    def test_keeps_local_stores_on_a_machine_of_ones_own(self):
        self.assertEqual(configure(LOCAL, {}, in_cluster=False), LOCAL)

    def test_takes_the_platforms_stores(self):
        changed = configure(
            LOCAL,
            {"FEAST_REGISTRY": "postgresql://r/feast", "FEAST_ONLINE_STORE": "redis:6379"},
            in_cluster=True,
        )
        self.assertEqual(
            changed["registry"],
            {"registry_type": "sql", "path": "postgresql://r/feast"},
        )
        self.assertEqual(
            changed["online_store"],
            {"type": "redis", "connection_string": "redis:6379"},
        )

    def test_a_registry_may_be_a_file(self):
        changed = configure(LOCAL, {"FEAST_REGISTRY": "/store/registry.db"}, False)
        self.assertEqual(changed["registry"]["registry_type"], "file")

    def test_refuses_local_files_in_a_cluster(self):
        with self.assertRaisesRegex(NotConfigured, "FEAST_ONLINE_STORE not set"):
            configure(LOCAL, {"FEAST_REGISTRY": "postgresql://r/feast"}, True)


class ObjectsTest(unittest.TestCase):
    def test_finds_an_object_where_dvc_keeps_it(self):
        self.assertEqual(
            url_of("http://r/x/", "md5:592aa9cce23c2b2729320449166e322c"),
            "http://r/x/files/md5/59/2aa9cce23c2b2729320449166e322c",
        )

    def test_refuses_another_kind_of_hash(self):
        for digest in ("", "md5:", "sha256:00", "of-the-release"):
            with self.subTest(digest), self.assertRaises(ObjectUnavailable):
                url_of("http://r", digest)

    def test_signs_in_only_when_told_to(self):
        self.assertEqual(headers_of({}), {})
        self.assertEqual(
            headers_of({"DVC_REMOTE_USER": "u", "DVC_REMOTE_PASSWORD": "p"}),
            {"Authorization": "Basic dTpw"},
        )
