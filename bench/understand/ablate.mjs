// node bench/understand/ablate.mjs [share] [seeds] [--unguarded] [--watched-too] [--list]: what becomes of the answers when a share of the declared
// words is missing, as in texts whose wording nobody has declared. Of the phrases of features, the words of classes and the idle phrases each is left out
// with this chance; whether one is hangs on the seed and on where and how it is written, and not on what stands beside it, so that two libraries can be
// compared. `--unguarded` leaves out all watched words, `--watched-too` a share of them; `--list` prints every dangerous answer.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { createWellspring } from "../../src/answer/create-wellspring.ts";
import { parseClinicalLanguage } from "../../src/answer/understand/clinical-language.ts";
import { judgeVignette } from "../../src/cli/vignettes/judge-vignette.ts";
import { vignettesShape } from "../../src/cli/vignettes/vignette-shape.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import { parseIdentifierWords } from "../../src/privacy/parse-identifier-words.ts";
import { readLibraryFolder } from "../../src/store/library-folder.ts";
import { SIGNING_KEY } from "../../test/real-library.ts";
import { LIBRARY } from "./subject.ts";

const share = Number(process.argv[2] ?? 0.15);
const seeds = Number(process.argv[3] ?? 5);
const [unguarded, watchedToo, verbose] = ["--unguarded", "--watched-too", "--list"].map((flag) =>
  process.argv.includes(flag),
);

const read = await readLibraryFolder(LIBRARY);
if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
const identifiers = parseIdentifierWords("identifiers.yaml", textOf("identifiers.yaml"));
if (!identifiers.ok) throw new Error(JSON.stringify(identifiers.diagnostics));
const fixtures = new URL("../../test/fixtures/", import.meta.url);
const files = readdirSync(fixtures)
  .filter((name) => name.endsWith("vignettes.json") || name.endsWith("vignettes-2.json"))
  .map((name) => ({ name, file: vignettesShape.parse(JSON.parse(readFileSync(new URL(name, fixtures), "utf8"))) }));

const totals = { right: 0, dangerous: 0, excluded: 0, asked: 0 };
for (let seed = 1; seed <= seeds; seed += 1) {
  const figures = measure(openWithout(share, seed), seed);
  for (const key of Object.keys(totals)) totals[key] += figures[key];
  console.log(`seed ${seed}: ${line(figures)}`);
}
console.log(`mean:   ${line(Object.fromEntries(Object.entries(totals).map(([key, sum]) => [key, sum / seeds])))}`);

function line({ right, dangerous, excluded, asked }) {
  return `next step right ${right}, dangerous ${dangerous} (of them excluded ${excluded}), asked or no answer ${asked}`;
}

function measure(wellspring, seed) {
  const topic = wellspring.library.topics.get("suspected-leg-dvt");
  const outcomes = files.flatMap(({ name, file }) =>
    file.vignettes.map((vignette) => ({
      name,
      vignette,
      ...judgeVignette(vignette, { wellspring, topic, pathway: topic.pathway, file, from: "text" }),
    })),
  );
  if (verbose)
    for (const { name, id, danger, vignette } of outcomes)
      if (danger) console.log(`${seed} ${name.replace("-vignettes", "")} ${id}: ${danger}\n   ${vignette.text}`);
  const dangerous = outcomes.filter(({ danger }) => danger !== undefined);
  return {
    right: outcomes.filter(({ isNextStepRight }) => isNextStepRight).length,
    dangerous: dangerous.length,
    excluded: dangerous.filter(({ nextStep }) => nextStep === "DVT_EXCLUDED").length,
    asked: outcomes.filter(({ nextStep }) => nextStep === null || nextStep === "ASK_MISSING").length,
  };
}

function openWithout(missing, seed) {
  const isKept = (place, phrase) => chanceOf(`${seed} ${place} ${phrase}`) >= missing;
  const keep = (list, place) => {
    const kept = list.filter((phrase) => isAlarm(phrase) || isKept(place, phrase));
    return kept.length === 0 ? list.slice(0, 1) : kept;
  };
  const replace = (path, change) => {
    const file = read.value.find((one) => one.path === path);
    return { ...file, text: stringify(change(parse(file.text)), { lineWidth: 0, aliasDuplicateObjects: false }) };
  };
  const words = read.value.find(({ path }) => path.endsWith("suspected-leg-dvt/words.yaml")).path;
  const changed = [
    replace(words, (content) => {
      for (const [feature, one] of Object.entries(content.words)) {
        if (one.phrases.length > 0) one.phrases = keep(one.phrases, feature);
        if (one.denials.length > 0) one.denials = keep(one.denials, `${feature} denied`);
        for (const [choice, phrases] of Object.entries(one.choices))
          one.choices[choice] = keep(phrases, `${feature} ${choice}`);
        if (unguarded) for (const list of ["watch", "watchFor"]) delete one[list];
        if (watchedToo && one.watch)
          one.watch = one.watch.flatMap(alternativesOf).filter((word) => isKept(`${feature} watched`, word));
      }
      return content;
    }),
    replace("clinical-language.yaml", (content) => {
      for (const [name, members] of Object.entries(content.classes))
        content.classes[name] = keep(members, `class ${name}`);
      content.idle = keep(content.idle, "idle");
      return content;
    }),
  ];
  const all = read.value.map((file) => changed.find(({ path }) => path === file.path) ?? file);
  const language = parseClinicalLanguage("clinical-language.yaml", changed[1].text);
  if (!language.ok) throw new Error(JSON.stringify(language.diagnostics));
  const { library } = parseLibrary(all);
  return createWellspring({
    library,
    language: language.value.value,
    identifierWords: identifiers.value.value,
    signingKey: SIGNING_KEY,
  });
}

/** "lump|lesion" is two watched words; of longer phrases each stays one. */
function alternativesOf(phrase) {
  return phrase.includes(" ") ? [phrase] : phrase.split("|");
}

/** Words of alarm are what stands in for words that nobody declared: they are kept. */
function isAlarm(phrase) {
  return /^[!^~?+]*\*/.test(phrase);
}

function textOf(path) {
  return read.value.find((file) => file.path === path).text;
}

/** A number from 0 to 1 for a text: the same for the same. */
function chanceOf(text) {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
