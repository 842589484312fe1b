// Writes census.json beside each pathway of the library. Run it with `node scripts/write-census.ts`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { renderCensus, takeCensus } from "../src/pathway/census/take-census.ts";
import { parsePathway } from "../src/pathway/parse/parse-pathway.ts";

const topics = new URL("../library/topics/", import.meta.url);
for (const name of readdirSync(topics, { recursive: true, encoding: "utf8" })) {
  if (!/[\\/]pathway\.yaml$/.test(name)) continue;
  const { pathway, diagnostics } = parsePathway(name, readFileSync(new URL(name, topics), "utf8"));
  const census = pathway && takeCensus(pathway);
  if (!census?.ok) throw new Error((census?.diagnostics ?? diagnostics).map(({ message }) => message).join("\n"));
  writeFileSync(new URL("census.json", new URL(name, topics)), renderCensus(census.value));
}
