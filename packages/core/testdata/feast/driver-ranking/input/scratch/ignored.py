from feast import Entity

ignored = Entity(name="ignored")
