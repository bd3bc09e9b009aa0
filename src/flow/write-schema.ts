import { writeFileSync } from "node:fs";
import { flowJsonSchema } from "./loading/flow-json-schema.ts";

/** npm run flows:schema: writes the schema that editors check flows by as one types. */
writeFileSync("flows/flow.schema.json", flowJsonSchema());
