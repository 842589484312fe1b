import { defineDiagnostics } from "../kernel/diagnostic.ts";
import type { Instant } from "../review/model/review-record.ts";

/** Why somebody could not sign in, or change how they do. Nothing here tells whether a name has an account. */
export const accountDiagnostics = defineDiagnostics({
  "account-not-proven": {
    severity: "error",
    message: () => "name, password and code do not fit together",
    help: "try again with the code that is shown now; each code is taken once",
  },
  "account-too-many-attempts": {
    severity: "error",
    message: ({ until }: { until: Instant }) => `too many attempts failed; the next is possible at ${clockTime(until)}`,
    help: "wait until then, or ask whoever runs the server to unlock the account",
  },
  "account-address-busy": {
    severity: "error",
    message: ({ until }: { until: Instant }) =>
      `too many attempts from your network in browsers that are new here; the next is possible at ${clockTime(until)}`,
    help: "wait until then, use a browser in which you have signed in since the server was started, or single sign-on",
  },
  "proxy-malformed": {
    severity: "error",
    message: ({ proxy }: { proxy: string }) => `\`${proxy}\` is no address and no network of a proxy`,
    help: "write addresses or networks apart by commas, for instance `127.0.0.1, 10.1.0.0/16`",
  },
  "account-busy": {
    severity: "error",
    message: () => "too many people are signing in at this moment",
    help: "try again in a minute",
  },
  "account-locked": {
    severity: "error",
    message: () => "an administrator has locked this account",
    help: "ask an administrator to unlock it",
  },
  "account-not-fresh": {
    severity: "error",
    message: () => "this asks for a proof that is not older than ten minutes",
    help: "sign in again, and then repeat it",
  },
  "account-unknown": {
    severity: "error",
    message: ({ person }: { person: string }) => `\`${person}\` has no account`,
    help: "invite them first: `wellspring account invite <person>`",
  },
  "account-person-unknown": {
    severity: "error",
    message: ({ person }: { person: string }) => `the record knows nobody with a role called \`${person}\``,
    help: "admit them and give them a role: `wellspring review admit-person <person>`",
  },
  "account-invitation-ended": {
    severity: "error",
    message: () => "this invitation was used, has expired, or was followed by a newer one",
    help: "ask for a new one: `wellspring account invite <person>`",
  },
  "account-code-wrong": {
    severity: "error",
    message: ({ field }: { field: string }) => `the \`${field}\` is not the one that the authenticator shows now`,
    help: "check that the key was entered whole and that the clock of the device is right, then type the next code",
  },
  "account-key-outdated": {
    severity: "error",
    message: () => "the key for the authenticator was made for another visit",
    help: "enter the new key that is shown now, in the place of the old one",
  },
  "account-key-closed": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `the key of the authenticator cannot be used: ${reason}`,
    help: "whoever runs the server sets `WELLSPRING_ACCOUNT_KEY`, or puts the file beside the record back; until then sign in with a recovery code",
  },
  "account-key-short": {
    severity: "error",
    message: ({ where, characters, least }: { where: string; characters: number; least: number }) =>
      `a key in \`${where}\` has ${characters} characters; at least ${least} are needed`,
    help: "write at least 32 random characters there: `openssl rand -base64 48`",
  },
  "account-password-short": {
    severity: "error",
    message: ({ field, least }: { field: string; least: number }) => `a \`${field}\` has at least ${least} characters`,
    help: "take four or five words that do not belong together",
  },
  "account-password-long": {
    severity: "error",
    message: ({ field, most }: { field: string; most: number }) => `a \`${field}\` has at most ${most} characters`,
    help: "shorten it",
  },
  "account-password-common": {
    severity: "error",
    message: ({ field }: { field: string }) => `this \`${field}\` is among those that are tried first`,
    help: "take four or five words that do not belong together",
  },
  "account-password-breached": {
    severity: "error",
    message: ({ field }: { field: string }) => `this \`${field}\` stands in a list of passwords that were breached`,
    help: "take four or five words that do not belong together; where else you use this one, change it too",
  },
  "breached-passwords-unreadable": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `the list of breached passwords cannot be read: ${reason}`,
    help: "whoever runs the server names a file that it may read in `WELLSPRING_BREACHED_PASSWORDS`, or leaves it out",
  },
  "breached-passwords-malformed": {
    severity: "error",
    message: ({ offset, reason }: { offset: number; reason: string }) =>
      `the list of breached passwords is none that can be searched: at byte ${offset} ${reason}`,
    help: "whoever runs the server hands in Pwned Passwords as SHA-1, in one file ordered by hash, or leaves `WELLSPRING_BREACHED_PASSWORDS` out",
  },
  "account-password-own-name": {
    severity: "error",
    message: ({ field }: { field: string }) => `this \`${field}\` is little more than a name that others know`,
    help: "take four or five words that do not belong together",
  },
  "single-sign-on-refused": {
    severity: "error",
    message: () => "single sign-on vouches for nobody who may sign in here",
    help: "ask whoever runs this server to put you on its list, or sign in with password and code",
  },
  "single-sign-on-failed": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `single sign-on did not work (${reason})`,
    help: "begin again, or sign in with password and code",
  },
  "address-unsafe": {
    severity: "error",
    message: ({ address }: { address: string }) => `\`${address}\` is no address at which passwords can be asked for`,
    help: "set `WELLSPRING_ADDRESS` to where browsers reach the server, as in https://wellspring.example, without a path",
  },
  "account-passwords-differ": {
    severity: "error",
    message: ({ field }: { field: string }) => `the new \`${field}\` was typed in two ways`,
    help: "type it twice alike",
  },
});

function clockTime(at: Instant): string {
  return `${at.slice(11, 16)} UTC`;
}
