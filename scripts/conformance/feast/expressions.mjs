// Python expressions: what we fold must be what Python says. `EXPRESSIONS` must be
// known to us, `UNKNOWN` must not be: each gives a text or is not followed.

const LINES = String.raw`
"a" "b"
'a' + "b" * 3 + "c"
r"\d\n" "\t\x41\u00e9\U0001F600\101"
f"{1}{2.0}{1e16}{1e15}{1e-5}{0.0001}{True}{None}{'x'}"
f"{{}}{1:03d}|{-7:05d}|{12:4}|{'ab':4}|{'ab'!s}|{'ab'!r}|{3!r}"
f"{'a'}" 'b' f"{1 + 2 * 3}"
"%s-%d-%03d-%%" % ("a", 5, 7)
"%s" % "x"
"%5s|" % "ab"
"{}_{}".format("a", 1)
"{0}{1}{0}{name}{{}}".format("a", 2, name="n")
"{:03d}".format(7)
str(-2 ** 2)
str(2 ** -1 if False else 7 // 2)
str(-7 // 2)
str(-7 % 3)
str(7 % -3)
str(10 / 4)
str(4 / 2)
str(1_000 + 0x10 + 0o17 + 0b11)
str(20. + .5 + 1e3)
str(0.1 + 0.2)
str(1e22)
str(123456789012345680.0)
str(not True and False)
str(not (1 == 2) or False)
str(not 1 == 2)
str(1 < 2 < 3)
str(1 < 3 < 2)
str(1 == 1.0 == True)
str("a" in "abc")
str("x" not in ["x"])
str(2 in (1, 2))
str("k" in {"k": 1})
str(None is None)
str(None is not None)
str(1 and 2 or 3)
str(0 or "" or "last")
str([] or "empty")
str(1 if "" else 2)
str(1 if [0] else 2)
str(len("abc") + len([1, 2]) + len({"a": 1}))
str(list(range(5))[-1])
str(tuple(range(2, 10, 3))[2])
str(list(range(5, 0, -2))[1])
str(int("12") + int(3.9) + int(-3.9))
str((1, 2, 3)[1:][0])
"abcdef"[1:3] + "abcdef"[-2:] + "abcdef"[2]
["a", "b", "c"][-1]
{"a": "x", "b": "y"}["b"]
{**{"a": "x"}, "a": "z"}["a"]
({"a": "x"} | {"b": "y"})["b"]
dict(a="x", b="y")["a"]
dict({"a": "x"}, a="w")["a"]
{"a": "x"}.get("b", "default")
{1: "one", True: "true"}[1]
{1.0: "one"}[1]
"-".join(["a", "b"] + ["c"])
"-".join(x for x in ("a", "b") if x != "a")
"".join([f"{x}{y}" for x in "ab" for y in (1, 2) if y > 1])
"".join({k: v for k, v in [("a", "b")]}.keys())
"".join(v for _, v in {"a": "x", "b": "y"}.items())
"".join(sorted({"b", "a", "c"}))
"".join(sorted(["b", "B", "a", "é", "z"]))
"".join(str(i) + x for i, x in enumerate(["a", "b"]))
"".join(a + b for a, b in zip("abc", "xy"))
"".join(["a"] * 3 + list(("b",)) + [*"cd"])
"A-b".lower() + "a-b".upper() + "x y".replace(" ", "_")
" a ".strip() + "x"
"a,b,,c".split(",")[2] + "a  b ".split()[1]
str("abc".startswith("ab")) + str("abc".endswith("x"))
"abc".removeprefix("a")
(lambda: "never" if False else "x") and "truthy"
(w := "walrus") + w
"é" "中" "😀"[0]
"😀b"[1]
str(~1 if False else +1)
str(--1)
str(2 * -3)
str(1 - -1)
str(True + True)
str(3 - 2 - 1)
str(2 * 3 % 4)
str(100 // 7 // 2)
str(1 + 2 == 3 and 4 >= 4 and not 5 != 5)
`;

export const EXPRESSIONS = [
  ...LINES.trim().split('\n'),
  '"""multi\nline"""',
  '"a\\\nb"',
  '("a"  # comment\n  "b")',
];

export const UNKNOWN = [
  '__import__("os").getcwd()',
  'open("/dev/null").read() or "x"',
  '"{0.real}".format(1)',
  '"{x[0]}".format(x="a")',
  '"%x" % 255',
  '"%.2f" % 1.5',
  'f"{1.5:.2f}"',
  'f"{1=}"',
  '"ß".title()',
  'str([1, 2])',
  'str({"a": 1})',
  '"\\N{BULLET}"',
  'str(2 ** 0.5)',
  'str(2 ** 3 ** 1)',
  'str(2 ** 100)',
  'str(10 ** 400)',
  'str(b"x")',
  'str(1j)',
  'str(hash("x"))',
  '"a" * 1000000',
  'str(sum([1, 2]))',
  'max("a", "b")',
  '"".join({"a", "b"})[0:0] or "x"',
  '[x for x in iter("ab")][0]',
  '(lambda: "x")()',
  'str(1 << 4)',
  'str(5 & 3 | 8)',
];
