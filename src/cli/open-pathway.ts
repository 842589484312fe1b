import { answerDiagnostics } from "../answer/answer-diagnostics.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { LibraryFile } from "../library/model/library.ts";
import type { Pathway, ProfileId } from "../pathway/model/pathway.ts";
import { parsePathway } from "../pathway/parse/parse-pathway.ts";
import type { CliEffects } from "./command.ts";
import { evaluateDiagnostics } from "./evaluate-command.ts";

/** A result with the files that its diagnostics point into. */
export type Opened<T> = Result<T> & { readonly files?: readonly LibraryFile[] };

export interface OpenedPathway {
  readonly pathway: Pathway;
  readonly profile: ProfileId;
  /** Of its pathway.yaml. */
  readonly path: string;
}

type Found = Omit<OpenedPathway, "profile">;

/** `id`, `id:profile`, `path/to/pathway.yaml`, the folder of a topic or of a deployer's overlay of one, and each with `:profile`; without a profile, `profile` or the pathway's own. */
export async function openPathway(
  given: string,
  profile: string | undefined,
  effects: CliEffects,
): Promise<Opened<OpenedPathway>> {
  const [, name = given, own] = /^(.*):([\w-]+)$/.exec(given) ?? [];
  const isFile = /\.ya?ml$/.test(name);
  const isFolder = !isFile && name.includes("/");
  const opened =
    isFile || isFolder
      ? await readPathway(isFolder ? `${name.replace(/\/$/, "")}/pathway.yaml` : name, effects)
      : await findPathway(name, effects);
  if (!opened.ok) return opened;
  const { pathway, path } = opened.value;
  const chosen = own ?? profile ?? pathway.defaultProfile;
  if (pathway.profiles.some(({ id }) => id === chosen)) return ok({ pathway, path, profile: chosen });
  const known = pathway.profiles.map(({ id }) => id).join(", ");
  return failed(answerDiagnostics.report("profile-not-found", { profile: chosen, known }));
}

async function readPathway(path: string, effects: CliEffects): Promise<Opened<Found>> {
  const text = await effects.readText(path);
  if (!text.ok) return text;
  const { pathway, diagnostics } = parsePathway(path, text.value);
  return pathway === undefined
    ? { ...failed(...diagnostics), files: [{ path, text: text.value }] }
    : ok({ pathway, path });
}

async function findPathway(id: string, effects: CliEffects): Promise<Result<Found>> {
  const opened = await effects.openLibrary();
  if (!opened.ok) return opened;
  const pathways = [...opened.value.wellspring.library.topics.values()].flatMap(({ pathway }) => pathway ?? []);
  const pathway = pathways.find((one) => one.id === id);
  const known = pathways.map((one) => one.id).join(", ") || "none";
  return pathway === undefined
    ? failed(evaluateDiagnostics.report("pathway-not-found", { pathway: id, known }))
    : ok({ pathway, path: `${opened.value.folder}/${pathway.stages[0]?.span.file}` });
}
