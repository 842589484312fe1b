import { understand } from "./src/answer/understand/understand.ts";
import { settleStatements } from "./src/answer/settle-statements.ts";
import { openLibrary } from "./src/store/open-library.ts";
import { parseClinicalLanguage } from "./src/answer/understand/clinical-language.ts";
import { readScene } from "./src/answer/understand/scene.ts";
import { readFileSync } from "node:fs";
const o = await openLibrary("library"); if (!o.ok) throw new Error(JSON.stringify(o.diagnostics));
const l = parseClinicalLanguage("x", readFileSync("library/clinical-language.yaml","utf8")); if(!l.ok) throw 1;
const topic = o.value.wellspring.library.topics.get("suspected-leg-dvt")!;
const d=JSON.parse(readFileSync("test/fixtures/development-vignettes.json","utf8")); const v=Object.fromEntries((d.vignettes??d).map((x:any)=>[x.id,x.text]));
for (const a of process.argv.slice(2)) { const t = v[a] ?? a; console.log("\n##", t); const sc = readScene(t, topic as any, l.value.value);
 for (const r of sc.readings) if (r.entry.target.kind!=="hint") { const tg:any=r.entry.target; console.log("  ", tg.kind, tg.feature?.id ?? tg.summary ?? "", tg.choice ?? "", "light="+r.light, JSON.stringify(sc.spanOf(r.from,r.to).text), "<=", r.entry.phrase.written); }
 const u = understand(t, topic as any, l.value.value); console.log("  =>", settleStatements(u).map((s:any)=>s.feature+"="+(s.kind==="value"?(typeof s.value==="object"?s.value.value+s.value.unit:s.value):s.kind)+(s.inferred?"*":"")).join("  ")); console.log("  unread:", u.unread.map(s=>s.text).join(" | "), "// bear:", u.unreadThatMayBear.map(s=>s.text).join(" | ")); }
