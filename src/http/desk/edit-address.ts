/** Where one file of a topic's text is edited. */
export function editAddress(topic: string, file: string): string {
  return `/desk/${topic}/edit?file=${encodeURIComponent(file)}`;
}
