import type { Answer, Refusal } from "./answer-shape.ts";

/** A refusal in the shape of every answer: all that a patient would have filled is empty, and nothing is advised. */
export function refuseAnswer(question: string, refusal: Refusal): Answer {
  return {
    kind: "refusal",
    alarm: false,
    question,
    lead: "text",
    topic: null,
    profile: null,
    nextStep: null,
    secondReading: null,
    possible: [],
    alsoDo: [],
    score: null,
    strata: null,
    scores: [],
    followUp: null,
    warnings: [],
    warningTexts: [],
    findings: [],
    needs: [],
    presumed: [],
    contradictions: [],
    trace: [],
    statements: [],
    notAnswered: [],
    related: [],
    sources: [],
    refusal,
    quotes: null,
    review: null,
    conversation: null,
  };
}
