#include "tests/support/schema_checker.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "tests/support/source_root.h"

namespace postil::test {
namespace {

using Json = nlohmann::json;

// The part of JSON Schema that answer.schema.json uses; what it says of patterns and names is left
// to other tools. A key that the schema does not name is a breach: here it is an undocumented one.
class Checker {
 public:
  explicit Checker(const Json& schema) : root_(schema) {}

  std::vector<std::string> breaches(const Json& value) {
    check(value, root_, "");
    return std::move(breaches_);
  }

 private:
  static bool is_type(const Json& value, const std::string& type) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }

  void check(const Json& value, const Json& rule, const std::string& at) {
    if (rule.contains("$ref")) {
      const auto name = rule["$ref"].get<std::string>();
      return check(value, root_.at(Json::json_pointer(name.substr(1))), at);
    }
    if (rule.contains("type")) check_type(value, rule["type"], at);
    if (rule.contains("const") && value != rule["const"]) breach(at, "is another constant");
    if (rule.contains("enum") && !contains(rule["enum"], value)) breach(at, "is no such name");
    if (rule.contains("minimum") && value.is_number() && value < rule["minimum"]) {
      breach(at, "is too small");
    }
    if (rule.contains("minLength") && value.is_string() && value.get<std::string>().empty()) {
      breach(at, "is empty");
    }
    if (value.is_object()) check_object(value, rule, at);
    if (value.is_array()) check_array(value, rule, at);
  }

  void check_type(const Json& value, const Json& types, const std::string& at) {
    const Json list = types.is_array() ? types : Json::array({types});
    for (const Json& type : list) {
      if (is_type(value, type.get<std::string>())) return;
    }
    breach(at, "is a " + std::string(value.type_name()));
  }

  void check_object(const Json& value, const Json& rule, const std::string& at) {
    for (const Json& key : rule.value("required", Json::array())) {
      if (!value.contains(key.get<std::string>())) breach(at, "lacks " + key.dump());
    }
    const Json properties = rule.value("properties", Json::object());
    for (const auto& [key, member] : value.items()) {
      if (properties.contains(key)) {
        check(member, properties[key], at + "/" + key);
      } else if (rule.contains("additionalProperties")) {
        check(Json(key), rule["propertyNames"], at + "/" + key + " (name)");
        check(member, rule["additionalProperties"], at + "/" + key);
      } else {
        breach(at, "has an undocumented key " + key);
      }
    }
  }

  void check_array(const Json& value, const Json& rule, const std::string& at) {
    if (rule.contains("minItems") && value.size() < rule["minItems"]) breach(at, "is too short");
    if (rule.contains("maxItems") && value.size() > rule["maxItems"]) breach(at, "is too long");
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(value[i], rule.at("items"), at + "/" + std::to_string(i));
    }
  }

  static bool contains(const Json& list, const Json& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  void breach(const std::string& at, const std::string& what) {
    breaches_.push_back(at + ": " + what);
  }

  const Json& root_;
  std::vector<std::string> breaches_;
};

}  // namespace

std::string document(const std::string& name) {
  std::ifstream in(test::source_root() / "docs" / name);
  if (!in) throw std::runtime_error("cannot read docs/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> breaches_of(const std::string& json, const std::string& schema_name) {
  const Json schema = Json::parse(document(schema_name));
  return Checker(schema).breaches(Json::parse(json));
}

}  // namespace postil::test
