import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { AccountEffects } from "../../src/accounts/account-effects.ts";
import type { AccountStore } from "../../src/accounts/account-store.ts";
import type { Accounts } from "../../src/accounts/accounts.ts";
import { type FindClientAddress, NO_CLIENT_ADDRESS } from "../../src/accounts/client-address.ts";
import { fromBase32 } from "../../src/accounts/secrets/base32.ts";
import { createKeySeal } from "../../src/accounts/secrets/key-seal.ts";
import { offerKey } from "../../src/accounts/secrets/offered-key.ts";
import { oneTimeCode, stepAt } from "../../src/accounts/secrets/one-time-code.ts";
import { PasswordHasher } from "../../src/accounts/secrets/password-hasher.ts";
import { digestOf } from "../../src/accounts/secrets/token.ts";
import type { SingleSignOn } from "../../src/accounts/single-sign-on/single-sign-on.ts";
import { type Accepted, acceptInvitation } from "../../src/accounts/steps/accept-invitation.ts";
import { invite } from "../../src/accounts/steps/invite.ts";
import { createFindSignedIn } from "../../src/http/accounts/find-signed-in.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { Role } from "../../src/review/model/role.ts";
import type { RecordPort } from "../../src/review/record-port.ts";
import { createAccountStore } from "../../src/store/accounts/account-store.ts";
import type { Engine } from "../../src/store/record/engine.ts";
import { openTables } from "../../src/store/record/record-store.ts";
import { accountApp } from "../fixtures/sample-app.ts";

const BEGIN = "2026-03-02T08:00:00.000Z";

/** What the bench seals keys of authenticators with. */
export const SEALING_KEY = "the account key of the tests, no secret";

export const PASSWORD = "marble otter quilt ninety";

/** Somebody who has accepted an invitation, with what only they hold. */
export interface Enrolled {
  readonly person: string;
  readonly totpKey: string;
  readonly token: string;
  readonly recoveryCodes: readonly string[];
}

/** A record with people, accounts beside it, a clock that is set by hand, and the pages over them. */
export class AccountBench {
  now = new Date(BEGIN);
  readonly record: RecordPort;
  readonly store: AccountStore;
  readonly effects: AccountEffects;
  readonly engine: Engine;
  readonly accounts: Accounts;
  readonly app: Hono;
  /** Who asks, as the operator set it. */
  clientAddress: FindClientAddress = NO_CLIENT_ADDRESS;

  private constructor(record: RecordPort, engine: Engine, address: string, singleSignOn?: SingleSignOn) {
    this.record = record;
    this.engine = engine;
    this.store = createAccountStore(engine);
    this.effects = {
      store: this.store,
      record,
      passwords: new PasswordHasher(randomBytes),
      secret: randomBytes(32),
      seal: createKeySeal([SEALING_KEY], randomBytes),
      now: () => this.now.toISOString(),
      random: randomBytes,
    };
    const at = new URL(address);
    const findSignedIn = createFindSignedIn(this.effects, at);
    const provider = singleSignOn === undefined ? {} : { singleSignOn };
    const clientAddress: FindClientAddress = (connection) => this.clientAddress(connection);
    this.accounts = { findSignedIn, effects: this.effects, address: at, clientAddress, ...provider };
    this.app = accountApp(this.accounts);
  }

  /** In memory, unless a place is named. */
  static async open(
    address = "http://127.0.0.1:8080",
    place?: string,
    singleSignOn?: SingleSignOn,
  ): Promise<AccountBench> {
    let bench: AccountBench | undefined;
    const opened = await openTables(place, () => bench?.now ?? new Date(BEGIN));
    if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
    bench = new AccountBench(opened.value.record, opened.value.engine, address, singleSignOn);
    return bench;
  }

  /** Ann keeps the accounts, Cleo reviews, Max too. */
  async withPeople(): Promise<this> {
    await this.admit("ann", "Ann Example", ["administrator"]);
    await this.admit("cleo", "Cleo Example", ["clinical-reviewer"]);
    await this.admit("max", "Max Example", ["methods-reviewer"]);
    return this;
  }

  async admit(person: string, name: string, roles: readonly Role[]): Promise<void> {
    const admitted = await this.record.act(
      { agent: "ann", activity: "admit-person", body: { person, name, roles } },
      "desk",
    );
    if (!admitted.ok) throw new Error(admitted.diagnostics.map(({ message }) => message).join("; "));
  }

  wait(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  /** What the authenticator shows now. */
  code({ totpKey }: { readonly totpKey: string }): string {
    return oneTimeCode(fromBase32(totpKey) ?? new Uint8Array(), stepAt(this.now.toISOString()));
  }

  async invitationFor(person: string): Promise<string> {
    const invited = await invite(person, this.effects);
    if (!invited.ok) throw new Error(invited.diagnostics.map(({ message }) => message).join("; "));
    return invited.value.path.split("/").at(-1) ?? "";
  }

  accept(
    token: string,
    change: { readonly password?: string; readonly person?: string } = {},
  ): Promise<Result<Accepted>> {
    const key = offerKey(digestOf(token), this.effects);
    const first = { person: change.person ?? "", name: "First Example" };
    const password = change.password ?? PASSWORD;
    return acceptInvitation({ token, first, password, key, code: this.code(key), browser: "Test" }, this.effects);
  }

  /** Invites somebody and accepts it for them, half a minute ago, so that their next code is good. */
  async enrol(person: string): Promise<Enrolled> {
    const token = await this.invitationFor(person);
    const key = offerKey(digestOf(token), this.effects);
    const request = {
      token,
      first: { person: "", name: "" },
      password: PASSWORD,
      key,
      code: this.code(key),
      browser: "Test",
    };
    const accepted = await acceptInvitation(request, this.effects);
    if (!accepted.ok) throw new Error(accepted.diagnostics.map(({ message }) => message).join("; "));
    this.wait(1);
    return { ...accepted.value, totpKey: key.totpKey };
  }

  events(): Promise<readonly string[]> {
    return this.store
      .journal()
      .then((events) => events.map(({ event, person, detail }) => [event, person, detail].join(" ").trim()));
  }
}

export const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** Sends a form as a browser on the page itself would. */
export function sendForm(
  app: Hono,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  peer?: string,
): Promise<Response> {
  return Promise.resolve(
    app.request(
      path,
      {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
      },
      peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } },
    ),
  );
}
