const ACCOUNT = "/account";
const BASE = "http://wellspring.invalid";

/** Where somebody goes once signed in: a path of this site, and nothing else whatever was asked for. */
export function nextPath(asked: string | null | undefined): string {
  if (asked === null || asked === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return ACCOUNT;
  // Read as a browser would: what then leads elsewhere is not followed.
  const read = URL.canParse(asked, BASE) ? new URL(asked, BASE) : undefined;
  return read?.origin === BASE && !read.pathname.startsWith("//")
    ? `${read.pathname}${read.search}${read.hash}`
    : ACCOUNT;
}
