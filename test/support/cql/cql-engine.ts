import {
  CqlCompilerOptions,
  CqlTranslator,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from "@cqframework/cql/cql-to-elm";
import cql from "cql-execution";
import { ANSWER } from "../../../src/pathway/export/cql/export-cql.ts";
import type { CaseFeature } from "../../../src/pathway/model/feature.ts";
import type { Statement } from "../../../src/pathway/model/finding.ts";
import { SYSTEM_MODEL } from "./system-model.ts";

/** What the definition "Answer" of an exported library gives. */
export interface CqlAnswer {
  readonly status: string;
  readonly recommendation: string | null;
  readonly followUp: string | null;
}

/** CQL text as executable ELM, by the reference translator. Anything it complains of is an error of the test. */
export function translateCql(text: string): object {
  const models = new ModelManager();
  const system = createModelInfoProvider((id) => (id === "System" ? stringAsSource(SYSTEM_MODEL) : null));
  models.modelInfoLoader.registerModelInfoProvider(system);
  const options = new CqlCompilerOptions().withCompatibilityLevel("1.5");
  const translator = CqlTranslator.fromText(text, new LibraryManager(models, options));
  const complaints = translator.exceptions.asJsReadonlyArrayView();
  if (complaints.length > 0) throw new Error(complaints.map(String).join("\n"));
  return JSON.parse(translator.toJson()) as object;
}

/** The libraries ask for no time; the engine wants one. */
const NOW = cql.DateTime.fromJSDate(new Date(0), 0);

/** An exported pathway in a foreign engine: statements about a patient in, its answer out. */
export class CqlPathway {
  readonly #library: InstanceType<typeof cql.Library>;
  readonly #features: readonly CaseFeature[];

  constructor(text: string, features: readonly CaseFeature[]) {
    this.#library = new cql.Library(translateCql(text));
    this.#features = features;
  }

  async answer(statements: readonly Statement[]): Promise<CqlAnswer> {
    const parameters = this.#parameters(new Map(statements.map((statement) => [statement.feature, statement])));
    const executor = new cql.Executor(this.#library, undefined, parameters);
    const nobody = new cql.PatientSource([{ id: "1", recordType: "Patient" }]);
    const { patientResults } = await executor.exec_expression(ANSWER, nobody, NOW);
    // The engine's results are not typed; the library defines this tuple.
    return patientResults["1"]?.[ANSWER] as CqlAnswer;
  }

  /** Unknown is null, explicitly, for every feature. */
  #parameters(said: ReadonlyMap<string, Statement>): Record<string, unknown> {
    const parameters: Record<string, unknown> = {};
    for (const { id } of this.#features) {
      const statement = said.get(id);
      parameters[`stated ${id}`] = statement?.kind === "value" ? toCql(statement.value) : null;
      parameters[`${id} not known`] = statement?.kind === "unknown";
    }
    return parameters;
  }
}

function toCql(value: Extract<Statement, { kind: "value" }>["value"]): unknown {
  return typeof value === "object" ? new cql.Quantity(value.value.toNumber(), value.unit) : value;
}
