import { encode } from "uqr";
import type { OfferedKey } from "../../../accounts/secrets/offered-key.ts";
import { AccountField } from "./account-field.tsx";

interface AuthenticatorFieldsProps {
  readonly offered: OfferedKey;
  /** Whose account it is, as the authenticator will list it; absent while nobody knows. */
  readonly person?: string | undefined;
}

/** The key for an authenticator as a picture and as text, and the entry for its first code. */
export function AuthenticatorFields({ offered: { totpKey, seal }, person }: AuthenticatorFieldsProps) {
  return (
    <fieldset class="authenticator">
      <legend>Authenticator</legend>
      <p>
        Add this key to an authenticator app or a password keeper that makes codes (TOTP), then type the code it shows.
      </p>
      <QrCode text={keyAddress(totpKey, person)} label="The key as a QR code" />
      <p>
        Key: <code class="secret">{(totpKey.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
      <input type="hidden" name="totpKey" value={totpKey} />
      <input type="hidden" name="seal" value={seal} />
      <AccountField name="code" label="Code" autocomplete="one-time-code" most={10} hint="Six digits." />
    </fieldset>
  );
}

/** The address that authenticators read (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). */
function keyAddress(totpKey: string, person: string | undefined): string {
  const label = person === undefined ? "Wellspring" : `Wellspring:${encodeURIComponent(person)}`;
  return `otpauth://totp/${label}?secret=${totpKey}&issuer=Wellspring&algorithm=SHA1&digits=6&period=30`;
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} width="200" height="200" role="img" aria-label={label}>
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-squares" d={squares.join("")} />
    </svg>
  );
}
