/**
 * CQL's own types (https://cql.hl7.org/09-b-cqlreference.html, "Types") in the form in which the reference translator reads data models.
 * Its JavaScript package has none on board.
 */
const SIMPLE = ["Boolean", "Integer", "Long", "Decimal", "String", "DateTime", "Date", "Time"];

const CLASSES: Readonly<
  Record<string, { readonly base: string; readonly elements: Readonly<Record<string, string>> }>
> = {
  Quantity: { base: "Any", elements: { value: "Decimal", unit: "String" } },
  Ratio: { base: "Any", elements: { numerator: "Quantity", denominator: "Quantity" } },
  Code: { base: "Any", elements: { code: "String", system: "String", version: "String", display: "String" } },
  Concept: { base: "Any", elements: { display: "String" } },
  Vocabulary: { base: "Any", elements: { id: "String", version: "String", name: "String" } },
  CodeSystem: { base: "Vocabulary", elements: {} },
  ValueSet: { base: "Vocabulary", elements: {} },
};

export const SYSTEM_MODEL: string = [
  `<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
  ` name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1">`,
  `<typeInfo xsi:type="SimpleTypeInfo" name="System.Any"/>`,
  ...SIMPLE.map((name) => `<typeInfo xsi:type="SimpleTypeInfo" name="System.${name}" baseType="System.Any"/>`),
  ...Object.entries(CLASSES).map(([name, { base, elements }]) => {
    const made = Object.entries(elements).map(
      ([element, type]) => `<element name="${element}" elementType="System.${type}"/>`,
    );
    return `<typeInfo xsi:type="ClassInfo" name="System.${name}" baseType="System.${base}">${made.join("")}</typeInfo>`;
  }),
  `</modelInfo>`,
].join("");
