import type { FollowUp, Note, Pathway, Rule, Stage } from "../model/pathway.ts";
import { type Change, changesOf, DROPPED, dropEach, type MemberChange, varyField } from "./change.ts";
import { varyCondition } from "./vary-condition.ts";

/** Any two stages exchanged. */
export function stageFaults({ stages }: Pathway): readonly Change[] {
  return stages.flatMap((stage, at) =>
    stages.slice(at + 1).map((other, further) => ({
      where: `stage \`${stage.id}\``,
      change: `exchanged with stage \`${other.id}\``,
      changed: { stages: stages.with(at, other).with(at + 1 + further, stage) },
    })),
  );
}

/** Faults of single rules: dropped, wrong advice, wrong follow-up, condition, profiles, what must be known, notes. */
export function ruleFaults(pathway: Pathway): readonly Change[] {
  return pathway.stages.flatMap((stage, at) =>
    changesOf(
      "stages",
      stage.rules,
      ({ id }) => `rule \`${id}\``,
      (rule) => varyRule(rule, pathway),
      (rules): readonly Stage[] => pathway.stages.with(at, { ...stage, rules }),
    ),
  );
}

function varyRule(rule: Rule, pathway: Pathway): readonly MemberChange<Rule>[] {
  return [
    DROPPED,
    ...otherAdvice(rule, pathway),
    ...varyField(rule, "when", rule.when),
    ...varyFollowUp(rule, pathway.followUps),
    ...dropEach(rule, "known", rule.known, "known"),
    ...(rule.profiles.length < 2 ? [] : dropEach(rule, "profiles", rule.profiles, "profiles")),
    ...rule.notes.flatMap((note, at) => varyNote(rule, note, at)),
  ];
}

/** The next advice of the list that some rule gives, and the one that rules out: the mistakes nearest by and worst. */
function otherAdvice(rule: Rule, { recommendations, stages }: Pathway): readonly MemberChange<Rule>[] {
  const given = new Set(stages.flatMap(({ rules }) => rules.map(({ advise }) => advise)));
  const codes = recommendations.filter(({ code }) => given.has(code));
  const at = codes.findIndex(({ code }) => code === rule.advise);
  const next = codes[(at + 1) % codes.length];
  const worst = codes.find(({ rulesOut }) => rulesOut);
  const others = [...new Set([next, worst])].filter((one) => one !== undefined && one.code !== rule.advise);
  return others.flatMap((one) =>
    one === undefined ? [] : [{ change: `advises \`${one.code}\``, member: { ...rule, advise: one.code } }],
  );
}

function varyFollowUp(rule: Rule, followUps: readonly FollowUp[]): readonly MemberChange<Rule>[] {
  const { followUp, ...without } = rule;
  if (followUp === undefined) return [];
  const other = followUps.find(({ id }) => id !== followUp.default && !Object.values(followUp.byProfile).includes(id));
  const swapped =
    other === undefined
      ? []
      : [
          {
            change: `follow-up becomes \`${other.id}\``,
            member: { ...rule, followUp: { default: other.id, byProfile: {} } },
          },
        ];
  const profiles = Object.keys(followUp.byProfile).filter((profile) => profile !== "default");
  const general = profiles.map((profile) => {
    const byProfile = Object.fromEntries(Object.entries(followUp.byProfile).filter(([key]) => key !== profile));
    return {
      change: `follow-up of profile \`${profile}\` dropped`,
      member: { ...rule, followUp: { ...followUp, byProfile } },
    };
  });
  return [{ change: "follow-up dropped", member: without }, ...swapped, ...general];
}

function varyNote(rule: Rule, note: Note, at: number): readonly MemberChange<Rule>[] {
  const title = `note "${note.text.slice(0, 40)}"`;
  const conditions = note.when === undefined ? [] : varyCondition(note.when);
  return [
    { change: `${title} dropped`, member: { ...rule, notes: rule.notes.toSpliced(at, 1) } },
    ...conditions.map(({ change, expression }) => ({
      change: `${title}: ${change}`,
      member: { ...rule, notes: rule.notes.with(at, { ...note, when: expression }) },
    })),
  ];
}

/** Each end of each window a day earlier and later, and one window less where there are several. */
export function windowFaults({ followUps }: Pathway): readonly Change[] {
  return changesOf(
    "followUps",
    followUps,
    ({ id }) => `follow-up \`${id}\``,
    varyWindows,
    (list) => list,
  );
}

function varyWindows(followUp: FollowUp): readonly MemberChange<FollowUp>[] {
  const { windows } = followUp;
  const to = (next: FollowUp["windows"], change: string) => ({ change, member: { ...followUp, windows: next } });
  return windows.flatMap(([from, until], at) => [
    ...(
      [
        [from - 1, until],
        [from + 1, until],
        [from, until - 1],
        [from, until + 1],
        [from + 1, until + 1],
      ] as const
    )
      .filter(([low, high]) => low >= 0 && low <= high)
      .map(([low, high]) => to(windows.with(at, [low, high]), `days ${from} to ${until} become ${low} to ${high}`)),
    ...(windows.length < 2 ? [] : [to(windows.toSpliced(at, 1), `days ${from} to ${until} dropped`)]),
  ]);
}
