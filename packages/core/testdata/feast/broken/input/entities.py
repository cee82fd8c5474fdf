from feast import Entity, ValueType

driver = Entity(name="driver", value_type=ValueType.INT64)
