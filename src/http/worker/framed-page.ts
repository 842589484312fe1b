/**
 * A page begins with a frame that is the same for all of them: head, style sheet, script and the mark of the house. It is taken from a kept
 * page and shown while the reply is on its way, so that a slow phone has done that work when the answer comes; everything that says
 * something comes from the network (the "app shell" of streamed service workers).
 */

/** What ends the frame in every page of `Layout`. */
export const FRAME_END = '<span class="brand-name">Wellspring</span></a>';

const TITLE = /<title>[^<]*<\/title>/;

/** Loads the same address again, without its frame. A policy that forbids scripts in the text allows this. */
const LOAD_AGAIN = '<meta http-equiv="refresh" content="0"/>';

export interface CutPage {
  readonly frame: string;
  readonly title: string;
  readonly rest: string;
}

/** The page as far as `html` has it, cut behind its frame; undefined when the frame is not (yet) in it. */
export function cutFrame(html: string): CutPage | undefined {
  const end = html.indexOf(FRAME_END);
  if (end === -1) return undefined;
  const cut = end + FRAME_END.length;
  const head = html.slice(0, cut);
  return { frame: head.replace(TITLE, ""), title: TITLE.exec(head)?.[0] ?? "", rest: html.slice(cut) };
}

/**
 * `kept` up to the end of its frame at once, then what follows the frame in the reply; without a network, what follows it in `kept`. A reply
 * with another frame, another language or a page that is not ours cannot follow this one: `refuseFrame` is told, and the browser
 * loads the address again.
 */
export async function* framedText(
  kept: CutPage,
  reply: Promise<Response>,
  refuseFrame: () => void,
): AsyncGenerator<string> {
  const coming = reply.catch(() => undefined);
  yield kept.frame;
  const arrived = await coming;
  if (arrived === undefined) {
    yield kept.title + kept.rest;
    return;
  }
  let head = "";
  let page: CutPage | undefined;
  for await (const text of textOf(arrived)) {
    if (page !== undefined) {
      yield text;
      continue;
    }
    head += text;
    page = cutFrame(head);
    if (page !== undefined && page.frame !== kept.frame) break;
    // A title may stand in the body as well: the first one of the document counts (HTML, `document.title`).
    if (page !== undefined) yield page.title + page.rest;
  }
  if (page?.frame === kept.frame) return;
  refuseFrame();
  yield LOAD_AGAIN;
}

async function* textOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      yield decoder.decode(part.value, { stream: true });
  } finally {
    // A line that broke is told by `read`.
    void reader.cancel().catch(() => undefined);
  }
}

/** A body that is sent as it comes. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: () => void texts.return(undefined),
  });
}
