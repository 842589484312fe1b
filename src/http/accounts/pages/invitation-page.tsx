import type { OfferedKey } from "../../../accounts/secrets/offered-key.ts";
import type { OpenInvitation } from "../../../accounts/steps/accept-invitation.ts";
import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { Assets } from "../../assets.ts";
import { AccountField, NewPasswordFields } from "./account-field.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { AuthenticatorFields } from "./authenticator-fields.tsx";

interface InvitationPageProps {
  readonly assets: Assets;
  readonly token: string;
  readonly invitation: OpenInvitation;
  readonly offered: OfferedKey;
  /** Who the first administrator said they are. */
  readonly first?: { readonly person: string; readonly name: string };
  readonly faults?: readonly Diagnostic[];
}

/** An invited person chooses the two things that they will sign in with. */
export function InvitationPage({ assets, token, invitation, offered, first, faults = [] }: InvitationPageProps) {
  const isFirst = invitation.person === undefined;
  return (
    <AccountFrame
      assets={assets}
      title={isFirst ? "The first administrator" : `Welcome, ${invitation.name}`}
      faults={faults}
    >
      <p>
        {isFirst
          ? "The record of review is empty. Whoever accepts this keeps the accounts and admits the board; an administrator takes no part in what is reviewed."
          : "Choose how you will sign in: a password, and an authenticator that makes codes."}
      </p>
      <form class="account-form" method="post" action={`/account/invitation/${token}`}>
        {isFirst ? (
          <>
            <AccountField
              name="person"
              label="Name to sign in with"
              autocomplete="username"
              value={first?.person}
              most={60}
              hint="Small letters, digits and hyphens, as in ann-example. It stands in the record for good."
            />
            <AccountField name="fullName" label="Your name" autocomplete="name" value={first?.name} most={120} />
          </>
        ) : (
          <>
            <p>
              You sign in as <strong>{invitation.person}</strong>.
            </p>
            {/* Tells a password keeper whose password the new one is. */}
            <input type="text" name="username" value={invitation.person} autocomplete="username" hidden readOnly />
          </>
        )}
        <NewPasswordFields />
        <AuthenticatorFields offered={offered} person={invitation.person} />
        <button type="submit" class="primary">
          Accept the invitation
        </button>
      </form>
    </AccountFrame>
  );
}
