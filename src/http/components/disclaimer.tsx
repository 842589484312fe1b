import { useMessages } from "../messages/language.tsx";

/** What the product is not, on every page and every print. */
export function Disclaimer() {
  const words = useMessages().layout;
  return (
    <>
      <p>{words.disclaimer}</p>
      <p>{words.privacy}</p>
      <p class="footer-links">
        <a href="/editorial-policy">{words.policy}</a> <a href="/code">{words.code}</a>{" "}
        <a href="/keyboard">{words.keyboard}</a> <a href="/feed.atom">{words.feed}</a>{" "}
        <a href="/openapi.json">{words.api}</a>
      </p>
    </>
  );
}
