/** The way out, on every page that asks to be signed in. */
export function SignOut({ quiet = false }: { readonly quiet?: boolean }) {
  return (
    <form method="post" action="/account/sign-out">
      <button type="submit" class={quiet ? "button" : "primary"}>
        Sign out
      </button>
    </form>
  );
}
