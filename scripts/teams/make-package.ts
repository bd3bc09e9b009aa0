import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { z } from "zod";

/** What stands there until somebody writes their own: good enough for trying out. */
const EXAMPLES = { TEAMS_DEVELOPER_NAME: "Luotsi", TEAMS_DEVELOPER_URL: "https://example.com" } as const;

/** What the package takes from the environment. */
const environmentSchema = z.object({
  TEAMS_CLIENT_ID: z.guid(
    "set it to the bot's application (client) id, a GUID such as 00000000-0000-0000-0000-000000000000",
  ),
  TEAMS_APP_ID: z.guid("write a GUID, or leave it out: then it is TEAMS_CLIENT_ID").optional(),
  TEAMS_DEVELOPER_NAME: z.string().min(1).max(32, "write at most 32 characters").default(EXAMPLES.TEAMS_DEVELOPER_NAME),
  TEAMS_DEVELOPER_URL: z
    .url({ protocol: /^https$/, error: "write an https:// address" })
    .default(EXAMPLES.TEAMS_DEVELOPER_URL),
});

export const PACKAGE_VARIABLES = Object.keys(environmentSchema.shape);

export interface PackageSettings extends Required<z.infer<typeof environmentSchema>> {
  readonly version: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The settings of an environment; every mistake at once, each naming its variable and its mend. Blank counts as not set. */
export function readPackageEnvironment(environment: {
  readonly [name: string]: string | undefined;
}): Result<Omit<PackageSettings, "version">> {
  const given = Object.fromEntries(
    PACKAGE_VARIABLES.flatMap((name) => (environment[name]?.trim() ? [[name, environment[name].trim()]] : [])),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success)
    return { ok: false, problems: read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`) };
  const { TEAMS_DEVELOPER_URL, TEAMS_APP_ID, ...rest } = read.data;
  return {
    ok: true,
    value: {
      ...rest,
      TEAMS_APP_ID: TEAMS_APP_ID ?? rest.TEAMS_CLIENT_ID,
      TEAMS_DEVELOPER_URL: TEAMS_DEVELOPER_URL.replace(/\/$/u, ""),
    },
  };
}

/** What would show in Teams as it stands in the example, a sentence. Undefined: all is somebody's own. */
export function examplesIn(settings: Omit<PackageSettings, "version">): string | undefined {
  const names = (["TEAMS_DEVELOPER_NAME", "TEAMS_DEVELOPER_URL"] as const).filter(
    (name) => settings[name] === EXAMPLES[name],
  );
  if (names.length === 0) return undefined;
  const shown = names.map((name) => `${name}=${EXAMPLES[name]}`).join(", ");
  return `Teams will show the example's developer (${shown}). Good for trying out; before others install it, set your own.`;
}

/**
 * The zip of a folder's manifest, its translations and its icons, once Teams' own schema and the icon sizes hold. `loadSchemas` is there for tests: the
 * package with the schemas is not there where only what runs was installed.
 */
export async function makePackage(
  folder: string,
  settings: PackageSettings,
  loadSchemas = () => import("@microsoft/app-manifest"),
): Promise<Result<Uint8Array>> {
  const schemas = await loadSchemas().catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  });
  if (!schemas)
    return {
      ok: false,
      problems: ["Teams' schemas are not installed: run npm ci without --omit=dev, here or on another machine."],
    };
  const { AppManifestUtils, TeamsManifestConverter } = schemas;
  const manifest = filledIn(readFileSync(join(folder, "manifest.json"), "utf8"), settings);
  const { localizationInfo } = translationsSchema.parse(JSON.parse(manifest));
  const translations = [
    localizationInfo.defaultLanguageFile,
    ...localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  const icons = [
    { file: "color.png", side: 192 },
    { file: "outline.png", side: 32 },
  ];
  const problems = [
    ...(await AppManifestUtils.validateAgainstSchema(TeamsManifestConverter.jsonToManifest(manifest))).map(
      (problem) => `manifest.json: ${problem}`,
    ),
    ...icons.flatMap(({ file, side }) => iconProblem(readFileSync(join(folder, file)), file, side)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const files = [...translations, ...icons.map(({ file }) => file)];
  const entries = files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))] as const);
  const zip = zipSync(
    { "manifest.json": new TextEncoder().encode(manifest), ...Object.fromEntries(entries) },
    // The same files make the same bytes.
    { mtime: new Date(2026, 0, 1) },
  );
  return { ok: true, value: zip };
}

const translationsSchema = z.object({
  localizationInfo: z.object({
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.object({ file: z.string() })),
  }),
});

/** Puts the settings where the manifest says ${{NAME}}. */
function filledIn(manifest: string, { version, ...settings }: PackageSettings): string {
  const values = new Map(Object.entries({ ...settings, APP_VERSION: version }));
  return manifest.replace(/\$\{\{(\w+)\}\}/gu, (placeholder, name: string) => values.get(name) ?? placeholder);
}

/** Teams refuses icons of another size; a PNG's width and height stand at bytes 16 and 20 (PNG specification, IHDR). */
function iconProblem(png: Buffer, file: string, side: number): readonly string[] {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width === side && height === side ? [] : [`${file}: is ${width} × ${height}, Teams wants ${side} × ${side}`];
}
