import { openLibrary } from "./src/store/open-library.ts";
import { parseClinicalLanguage } from "./src/answer/understand/clinical-language.ts";
import { readScene } from "./src/answer/understand/scene.ts";
import { readFileSync } from "node:fs";
const o = await openLibrary("library"); if (!o.ok) throw 1;
const l = parseClinicalLanguage("x", readFileSync("library/clinical-language.yaml","utf8")); if(!l.ok) throw 1;
const topic = o.value.wellspring.library.topics.get("suspected-leg-dvt")!;
const d=JSON.parse(readFileSync("test/fixtures/development-vignettes.json","utf8")); const v=Object.fromEntries((d.vignettes??d).map((x:any)=>[x.id,x.text]));
for (const a of process.argv.slice(2)) { const t=v[a]??a; const sc = readScene(t, topic as any, l.value.value); console.log(sc.text.tokens.map((k,i)=>k.raw+(sc.lights[i]!.size?"{"+[...sc.lights[i]!].map(([n,c])=>n+":"+c.map(q=>q.kind+"@"+q.from).join(",")).join(" ")+"}":"")).join(" ")); }
