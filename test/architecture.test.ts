import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");

/** Rooms by layer, lowest first. A file may import from lower layers and from its own room, types included. */
const LAYERS: readonly (readonly string[])[] = [
  ["kernel"],
  ["clinical", "evidence", "privacy"],
  ["search", "pathway"],
  ["library"],
  ["lint", "tools"],
  ["answer", "review", "accounts"],
  ["store", "identity", "ingest"],
  ["http", "cli"],
  ["assembly"],
  ["main.ts"],
];

/** Folders of the reader of free text, the steps of its way, lowest first. */
const READER_STEPS: readonly string[] = [
  "text",
  "phrases",
  "measures",
  "match",
  "lexicon",
  "context",
  "readings",
  "measured-twice",
  "sides",
  "statements",
  "doubts",
  "summaries",
  "check",
];
/** Files beside those folders that all of them may use; the others put the steps together. */
const READER_BASICS: ReadonlySet<string> = new Set(["clinical-language.ts", "sentence-words.ts", "spoken-topic.ts"]);
const MOST_FILES_OF_A_STEP = 15;

/** Rooms that may lean on a room of their own layer: an answer prints a review status, an account proves to be a person of the record. */
const SIDEWAYS: ReadonlySet<string> = new Set(["answer>review", "accounts>review"]);

/** Edges never reach adapters: what they need is handed to them by `assembly` and `main.ts`. */
const FORBIDDEN: ReadonlySet<string> = new Set(["http>store", "cli>store", "http>identity", "cli>identity"]);

/** Layers up to this one touch no file, network, environment, clock or randomness. */
const PURE = new Set(LAYERS.slice(0, 6).flat());
/** Given bytes they give bytes. What they have of randomness and streams is caught below or not used. */
const PURE_IMPORTS_ALLOWED = new Set(["node:crypto", "node:zlib"]);
const IMPURE_GLOBALS =
  /\b(process|fetch|localStorage|navigator|setTimeout|setInterval|performance)\s*[.(]|\bwindow\.|\bdocument\.(get|query|create|body)|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/;

const MOST_LINES = 600;
const LARGEST_SHARE = 0.04;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const path = name.replaceAll("\\", "/");
    const text = readFileSync(join(SRC, path), "utf8");
    return { path, room: path.split("/")[0] ?? path, text, imports: importsOf(text) };
  });
const code = files.filter(({ path }) => !/\.(test|property\.test|contract)\.tsx?$/.test(path));

function importsOf(text: string): readonly string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const statements = withoutComments.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']/g);
  const bare = withoutComments.matchAll(/(?:^|\n)\s*import\s*["']([^"']+)["']/g);
  const dynamic = withoutComments.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [...statements, ...bare, ...dynamic].flatMap((match) => match[1] ?? []);
}

function target(file: SourceFile, specifier: string): string {
  return relative(SRC, normalize(join(SRC, dirname(file.path), specifier))).replaceAll("\\", "/");
}

const roomOf = (path: string) => path.split("/")[0] ?? path;
const layerOf = (room: string) => LAYERS.findIndex((rooms) => rooms.includes(room));

describe("layers", () => {
  test("the table holds every room, and no other", () => {
    expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(LAYERS.flat().sort());
  });

  test("imports go down only, type imports included", () => {
    const upward = code.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => roomOf(target(file, specifier)))
        .filter((room) => room !== file.room && !SIDEWAYS.has(`${file.room}>${room}`))
        .filter((room) => layerOf(room) >= layerOf(file.room) || FORBIDDEN.has(`${file.room}>${room}`))
        .map((room) => `${file.path} imports from ${room}`),
    );
    expect(upward).toEqual([]);
  });

  test("each step of the reader of free text uses only the steps before it", () => {
    const READER = "answer/understand/";
    const stepOf = (path: string) => READER_STEPS.indexOf(path.slice(READER.length).split("/")[0] ?? "");
    const upward = code
      .filter(({ path }) => path.startsWith(READER) && path.slice(READER.length).includes("/"))
      .flatMap((file) =>
        file.imports
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => target(file, specifier))
          .filter((path) => path.startsWith(READER) && !READER_BASICS.has(path.slice(READER.length)))
          .filter((path) => stepOf(path) < 0 || stepOf(file.path) < 0 || stepOf(path) > stepOf(file.path))
          .map((path) => `${file.path} imports ${path}`),
      );
    expect(upward).toEqual([]);
    const perFolder = Map.groupBy(
      files.filter(({ path }) => path.startsWith(READER)),
      ({ path }) => dirname(path),
    );
    const full = [...perFolder].filter(([, inside]) => inside.length > MOST_FILES_OF_A_STEP).map(([folder]) => folder);
    expect(full).toEqual([]);
  });

  test("evaluation and verification of pathways never import each other: each is the other's check", () => {
    const crossing = code.flatMap((file) =>
      file.imports
        .map((specifier) => `${file.path} > ${specifier.startsWith(".") ? target(file, specifier) : specifier}`)
        .filter((edge) =>
          /^pathway\/evaluate\/.* > pathway\/verify\/|^pathway\/verify\/.* > pathway\/evaluate\//.test(edge),
        ),
    );
    expect(crossing).toEqual([]);
  });

  test("the compiled form reads conditions on its own: it shares facts with the interpreter, never its judgement", () => {
    const borrowed = code.flatMap((file) =>
      file.imports
        .map((specifier) => `${file.path} > ${specifier.startsWith(".") ? target(file, specifier) : specifier}`)
        .filter((edge) =>
          /^pathway\/compile\/.* > pathway\/(evaluate\/|verify\/|facts\/(evaluate-expression|score-total))/.test(edge),
        ),
    );
    expect(borrowed).toEqual([]);
  });

  test("the interpreter knows nothing of the compiled form, nor that of the consultation: it is their oracle", () => {
    const leaning = code.flatMap((file) =>
      file.imports
        .map((specifier) => `${file.path} > ${specifier.startsWith(".") ? target(file, specifier) : specifier}`)
        .filter((edge) =>
          /^pathway\/(evaluate\/.* > pathway\/compile|(evaluate|facts|compile)\/.* > pathway\/consult)\//.test(edge),
        ),
    );
    expect(leaning).toEqual([]);
  });

  test("no file is part of an import cycle, type imports included", () => {
    const graph = new Map(
      code.map((file) => [file.path, file.imports.filter((s) => s.startsWith(".")).map((s) => target(file, s))]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" > "));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe("pure layers", () => {
  test("import no part of Node but hashing", () => {
    const impure = code
      .filter(({ room }) => PURE.has(room))
      .flatMap(({ path, imports }) =>
        imports.filter((s) => s.startsWith("node:") && !PURE_IMPORTS_ALLOWED.has(s)).map((s) => `${path} imports ${s}`),
      );
    expect(impure).toEqual([]);
  });

  test("use no clock, randomness, environment, network or page", () => {
    const impure = code
      .filter(({ room }) => PURE.has(room))
      .filter(({ text }) => IMPURE_GLOBALS.test(withoutCommentsAndStrings(text)))
      .map(({ path }) => path);
    expect(impure).toEqual([]);
  });

  test("only main.ts reads arguments and environment", () => {
    const readers = code
      .filter(({ path }) => path !== "main.ts")
      .filter(({ text }) => /\bprocess\.(argv|env)\b/.test(withoutCommentsAndStrings(text)))
      .map(({ path }) => path);
    expect(readers).toEqual([]);
  });
});

describe("size and strictness", () => {
  test(`no file is longer than ${MOST_LINES} lines or ${LARGEST_SHARE * 100} % of the source`, () => {
    const lengths = code.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    const total = lengths.reduce((sum, { lines }) => sum + lines, 0);
    const limit = Math.min(MOST_LINES, Math.max(250, total * LARGEST_SHARE));
    expect(lengths.filter(({ lines }) => lines > limit)).toEqual([]);
  });

  test("no `any`, no enum, no namespace", () => {
    const loose = files
      .filter(({ text }) =>
        /(:|as|<|,)\s*any\b(?!\w)|\benum\s+\w+\s*\{|\bnamespace\s+\w+\s*\{/.test(withoutCommentsAndStrings(text)),
      )
      .map(({ path }) => path);
    expect(loose).toEqual([]);
  });

  test("a cast through `unknown` gives its reason in a comment nearby", () => {
    const bare = code.flatMap(({ path, text }) => {
      const lines = text.split("\n");
      return lines
        .map((line, at) => ({ line, at }))
        .filter(({ line }) => /\bas unknown as\b/.test(line))
        .filter(({ at }) => !lines.slice(Math.max(0, at - 4), at + 1).some((near) => /\/\/|\*/.test(near)))
        .map(({ at }) => `${path}:${at + 1}`);
    });
    expect(bare).toEqual([]);
  });

  test("files are named in kebab case and never utils, helpers, common, manager or service", () => {
    const ill = files
      .map(({ path }) => path)
      .filter(
        (path) => !/^[a-z0-9./-]+$/.test(path) || /(^|\/)(utils?|helpers?|common|manager|service)s?[./]/.test(path),
      );
    expect(ill).toEqual([]);
  });
});

function withoutCommentsAndStrings(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/[^\n]*/g, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
