public import Extraction
import RecordEncoding

/// An explanation as JSON: `winnow.explanation/1`.
public struct ExplanationJSON {
  /// The version of the shape, the value of its `schema` field.
  public static let schema = "winnow.explanation/1"

  private var writer = JSONWriter()

  /// The bytes of an explanation, in UTF-8, with a line feed at the end.
  public static func encode(_ explanation: PageExplanation) -> [UInt8] {
    var json = Self()
    json.writer.beginObject()
    json.writer.key("schema")
    json.writer.string(schema)
    json.writer.key("cut")
    json.writer.number(explanation.cut)
    json.writer.key("groups")
    json.writer.beginArray()
    for group in FeatureGroup.allCases { json.writer.string(group.name) }
    json.writer.endArray()
    json.writer.key("blocks")
    json.writer.beginArray()
    for block in explanation.blocks { json.add(block) }
    json.writer.endArray()
    json.writer.key("record")
    explanation.record.write(to: &json.writer)
    json.writer.endObject()
    json.writer.newline()
    return json.writer.bytes
  }

  private mutating func add(_ block: BlockTrace) {
    writer.beginObject()
    for (name, text) in [
      ("role", block.role.name), ("kind", block.kind.name), ("path", block.path),
      ("text", block.text),
    ] {
      writer.key(name)
      writer.string(text)
    }
    writer.key("words")
    writer.integer(block.wordCount)
    writer.key("isHidden")
    writer.boolean(block.isHidden)
    for (name, value) in [
      ("linkDensity", block.linkDensity), ("score", block.score), ("density", block.density),
      ("smoothedDensity", block.smoothedDensity),
    ] {
      writer.key(name)
      writer.number(value)
    }
    addSteps(of: block)
    addEffects(of: block)
    writer.endObject()
  }

  private mutating func addSteps(of block: BlockTrace) {
    writer.key("steps")
    writer.beginArray()
    for step in block.steps {
      writer.beginObject()
      writer.key("kind")
      writer.string(step.kind.rawValue)
      writer.key("words")
      writer.string(step.words)
      writer.key("role")
      writer.string(step.role?.name)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func addEffects(of block: BlockTrace) {
    writer.key("roles")
    writer.beginObject()
    for (role, probability) in zip(Role.allCases, block.roleProbabilities) {
      writer.key(role.name)
      writer.number(probability)
    }
    writer.endObject()
    writer.key("explainedRole")
    writer.string(block.explainedRole?.name)
    writer.key("probability")
    writer.exactNumber(block.probability)
    writer.key("typicalProbability")
    writer.exactNumber(block.typicalProbability)
    writer.key("effects")
    writer.beginObject()
    for effect in block.effects {
      writer.key(effect.group.name)
      writer.exactNumber(effect.effect)
    }
    writer.endObject()
    writer.key("facts")
    writer.beginArray()
    for fact in block.facts { add(fact) }
    writer.endArray()
  }

  private mutating func add(_ fact: FeatureFact) {
    writer.beginObject()
    writer.key("group")
    writer.string(fact.group.name)
    writer.key("feature")
    writer.string(fact.feature)
    writer.key("value")
    writer.exactNumber(fact.value)
    writer.key("effect")
    writer.exactNumber(fact.effect)
    writer.key("words")
    writer.string(fact.words)
    writer.endObject()
  }
}
