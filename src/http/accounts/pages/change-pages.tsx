import type { OfferedKey } from "../../../accounts/secrets/offered-key.ts";
import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { Assets } from "../../assets.ts";
import { AccountField, NewPasswordFields } from "./account-field.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { AuthenticatorFields } from "./authenticator-fields.tsx";
import { SignOut } from "./sign-out.tsx";

interface ChangePageProps {
  readonly assets: Assets;
  readonly person: string;
  readonly faults?: readonly Diagnostic[];
}

function WaysOut() {
  return (
    <div class="account-ways">
      <a href="/account">Leave everything as it is</a>
      <SignOut quiet />
    </div>
  );
}

const ENDS_ALL = "All your other sessions end with it.";

export function PasswordPage({ assets, person, faults = [] }: ChangePageProps) {
  return (
    <AccountFrame assets={assets} title="Change the password" faults={faults}>
      <p>{ENDS_ALL}</p>
      <form class="account-form" method="post" action="/account/password">
        <input type="text" name="username" value={person} autocomplete="username" hidden readOnly />
        <AccountField
          name="current"
          label="Password so far"
          type="password"
          autocomplete="current-password"
          most={256}
        />
        <NewPasswordFields />
        <button type="submit" class="primary">
          Change it
        </button>
      </form>
      <WaysOut />
    </AccountFrame>
  );
}

export function AuthenticatorPage({
  assets,
  person,
  offered,
  faults = [],
}: ChangePageProps & { readonly offered: OfferedKey }) {
  return (
    <AccountFrame assets={assets} title="Change the authenticator" faults={faults}>
      <p>The one you have now makes no good codes any more. {ENDS_ALL}</p>
      <form class="account-form" method="post" action="/account/authenticator">
        <AuthenticatorFields offered={offered} person={person} />
        <button type="submit" class="primary">
          Change it
        </button>
      </form>
      <WaysOut />
    </AccountFrame>
  );
}

export function NewCodesPage({ assets, faults = [] }: Omit<ChangePageProps, "person">) {
  return (
    <AccountFrame assets={assets} title="Get new recovery codes" faults={faults}>
      <p>The codes you have now are worth nothing any more. {ENDS_ALL}</p>
      <form method="post" action="/account/recovery-codes">
        <button type="submit" class="primary">
          Show me new codes
        </button>
      </form>
      <WaysOut />
    </AccountFrame>
  );
}
