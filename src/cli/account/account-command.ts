import type { AccountEffects } from "../../accounts/account-effects.ts";
import { endSessions } from "../../accounts/steps/end-sessions.ts";
import { invite } from "../../accounts/steps/invite.ts";
import { lockAccount, unlockAccount } from "../../accounts/steps/lock-account.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import { type Command, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { renderAccounts, renderJournal } from "./render-accounts.ts";

/** What is done to one account; gives what is printed. */
type AccountStep = (person: PersonId, effects: AccountEffects, origin: string) => Promise<Result<string>>;

const STEPS: Readonly<Record<string, AccountStep>> = {
  async invite(person, effects, origin) {
    const invited = await invite(person, effects);
    if (!invited.ok) return invited;
    const { path, expires, replaces } = invited.value;
    const warning = replaces
      ? `${person} has an account: accepting replaces password, authenticator and recovery codes, and ends all sessions.\n`
      : "";
    return ok(`${warning}${origin}${path}\nGood once, until ${expires}. Give it to ${person} alone.\n`);
  },
  async lock(person, effects) {
    const locked = await lockAccount(person, effects);
    return locked.ok ? ok(`${person} is locked out, and all their sessions have ended\n`) : locked;
  },
  async unlock(person, effects) {
    const unlocked = await unlockAccount(person, effects);
    return unlocked.ok ? ok(`${person} can sign in again\n`) : unlocked;
  },
  async "end-sessions"(person, effects) {
    const ended = await endSessions({ person, by: "command-line" }, effects);
    return ended.ok ? ok(`${ended.value} sessions of ${person} have ended\n`) : ended;
  },
};

/** Everybody signs in again: for the day on which something is amiss. */
async function endEverySession(effects: AccountEffects): Promise<Result<string>> {
  let ended = 0;
  for (const person of (await effects.record.read()).people.keys()) {
    const one = await endSessions({ person, by: "command-line" }, effects);
    if (!one.ok) return one;
    ended += one.value;
  }
  return ok(`${ended} sessions have ended\n`);
}

/** `wellspring account`: how members of the board sign in. Who they are and what they may do is `wellspring review`. */
export const accountCommand: Command = {
  name: "account",
  usage: "account <list|journal|invite|lock|unlock|end-sessions|end-all-sessions> [<person>] [--record <file>]",
  summary:
    "show accounts and their journal; invite a person of the record to sign in (again, when they lost how), lock them out, let them in, or end their sessions, or those of everybody",
  async run(args, effects) {
    const read = readArguments(args, { record: { type: "string" } });
    if (!read.ok) return reportUsage(accountCommand, read.message, effects);
    const [verb = "list", person, ...rest] = read.positionals;
    const isForAll = verb === "end-all-sessions";
    const step = Object.hasOwn(STEPS, verb) ? STEPS[verb] : undefined;
    if (step === undefined && !isForAll && verb !== "list" && verb !== "journal")
      return reportUsage(accountCommand, `there is no \`account ${verb}\``, effects);
    if (rest.length > 0 || (person === undefined) !== (step === undefined))
      return reportUsage(accountCommand, step === undefined ? "nobody is named here" : "name one person", effects);
    const opened = await effects.openAccounts(read.text("record"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { effects: accounts, address, close } = opened.value;
    try {
      const done = isForAll
        ? await endEverySession(accounts)
        : step === undefined || person === undefined
          ? ok(verb === "journal" ? renderJournal(await accounts.store.journal()) : await renderAccounts(accounts))
          : await step(person, accounts, address.origin);
      if (!done.ok) return reportFailure(done.diagnostics, effects);
      effects.write(done.value);
      return EXIT.ok;
    } finally {
      await close();
    }
  },
};
