import { z } from "zod";
import { pathwayShape } from "../pathway/parse/pathway-shape.ts";
import { examplesFileShape } from "./files/examples-file.ts";
import { factsFileShape } from "./files/facts-file.ts";
import { glossaryFileShape } from "./files/glossary-file.ts";
import { namedSetsFileShape } from "./files/named-sets-file.ts";
import { sourcesFileShape } from "./files/sources-file.ts";
import { subjectsFileShape } from "./files/subjects-file.ts";
import { toolsFileShape } from "./files/tools-file.ts";
import { topicFileShape } from "./files/topic-file.ts";
import { wordsFileShape } from "./files/words-file.ts";

/** The shape of each YAML file of a library, by the name of its schema. */
const FILE_SHAPES: Readonly<Record<string, z.ZodType>> = {
  sources: sourcesFileShape,
  glossary: glossaryFileShape,
  "named-sets": namedSetsFileShape,
  subjects: subjectsFileShape,
  topic: topicFileShape,
  facts: factsFileShape,
  pathway: pathwayShape,
  words: wordsFileShape,
  tools: toolsFileShape,
  examples: examplesFileShape,
};

/** JSON Schemas for editors, made from the same shapes that the loader checks: file name below `library/schemas/` to text. */
export function renderSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILE_SHAPES).map(([name, shape]) => {
      // "input": a field with a default may be left out by an author.
      const schema = { ...z.toJSONSchema(shape, { io: "input" }), title: `Wellspring ${name}.yaml` };
      return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
