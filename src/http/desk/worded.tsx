/** A message with the words that stand in backticks set as they were written. */
export function Worded({ text }: { readonly text: string }) {
  // What stands between two backticks is every second part.
  const parts = text.split(/`([^`]*)`/);
  return <>{parts.map((part, at) => (at % 2 === 0 ? part : <code key={`${at} ${part}`}>{part}</code>))}</>;
}
