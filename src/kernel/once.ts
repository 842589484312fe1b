/** Asks at most once, and only when the answer is wanted. */
export function once<Value>(ask: () => Value): () => Value {
  let answer: { readonly value: Value } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
