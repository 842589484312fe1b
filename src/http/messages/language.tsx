import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./en.tsx";

/** The words of one language. A language that lacks one does not compile. */
export type Messages = typeof en;

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly messages: Messages;
}

const LanguageContext = createContext<Language>({ tag: "en", messages: en });

/** The words of the language in which the page around the component is rendered. */
export function useMessages(): Messages {
  return useContext(LanguageContext).messages;
}
