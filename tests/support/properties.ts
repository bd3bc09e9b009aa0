import fc from "fast-check";

/** What a property is tried with is the same at each run, so that what is red is red for everyone. `PROPERTY_SEED=…` tries others. */
const SEED = Number(process.env.PROPERTY_SEED ?? 1);

fc.configureGlobal({ seed: SEED });

export { fc };
