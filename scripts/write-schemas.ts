// Writes library/schemas/*.schema.json from the shapes that the loader checks. Run it with `node scripts/write-schemas.ts`.
import { mkdir, writeFile } from "node:fs/promises";
import { renderSchemas } from "../src/library/schemas.ts";

const folder = new URL("../library/schemas/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of renderSchemas()) await writeFile(new URL(name, folder), text);
