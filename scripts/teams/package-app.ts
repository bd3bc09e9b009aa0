// Makes the Teams app's package from manifests/teams and the environment: npm run teams:package. Nothing is fetched: the schemas come with a package.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { examplesIn, makePackage, readPackageEnvironment } from "./make-package.ts";

const OUTPUT = "dist/luotsi-teams.zip";

if (existsSync(".env")) process.loadEnvFile(".env");
const read = readPackageEnvironment(process.env);
const made = read.ok ? await makePackage("manifests/teams", { ...read.value, version: versionOfLuotsi() }) : read;
if (made.ok) {
  const examples = read.ok ? examplesIn(read.value) : undefined;
  mkdirSync("dist", { recursive: true });
  writeFileSync(OUTPUT, made.value);
  process.stdout.write(
    `${OUTPUT} is ready (${made.value.byteLength} bytes). In Teams: Apps, Manage your apps, Upload an app.\n${examples ? `${examples}\n` : ""}`,
  );
} else {
  process.stderr.write(`${made.problems.join("\n")}\n`);
  process.exitCode = 1;
}

function versionOfLuotsi(): string {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  return version;
}
