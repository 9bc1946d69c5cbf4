import { resolve } from 'node:path';
import { readPackageFiles } from '#server/finalising/readPackageFiles.ts';
import { type PackageProblemKind, verifyPackage } from '#server/finalising/verifyPackage.ts';
import { runTool } from './runTool.ts';

const problemTexts: Record<PackageProblemKind, string> = {
  missing: 'файлу немає / the file is missing',
  surplus: 'файл зайвий, у переліку його немає / the file is surplus, no list names it',
  changed: 'вміст змінено: SHA-256 або розмір не збігається / changed: SHA-256 or size differs',
  malformed: 'файл не читається / the file cannot be read',
  'not-accepted': 'вміст аркуша не той, що прийнято / the sheet is not what was accepted',
  'totals-differ': 'суми не сходяться з підсумками звіту / the sums differ from the totals of the report',
  'other-version': 'підписи належать іншій версії / the signatures belong to another version',
};

/** `npm run verify -- DIR` or an archive: a downloaded version, by its bytes alone. 0 whole, 1 not. */
await runTool(async () => {
  const argument = process.argv[2];
  if (argument === undefined) {
    console.error('npm run verify -- DIR|ZIP');
    return false;
  }
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  const { files, isArchiveChanged } = await readPackageFiles(path);
  const { manifest, fileCount, signatureCount, problems } = verifyPackage(files);
  for (const { file, problem } of problems) console.error(`${file}: ${problemTexts[problem]}`);
  if (isArchiveChanged) {
    console.error(`${path}: архів змінено або пошкоджено / the archive was changed or is damaged`);
  }
  const count = problems.length + Number(isArchiveChanged);
  if (count > 0 || manifest === null) {
    console.error(`Пакет не цілий, місць: ${count}. / The package is not whole, places: ${count}.`);
    return false;
  }
  const { report, version, finalisedAt, finalisedBy } = manifest;
  console.info(`${report.title}. Версія / version ${version}, ${finalisedAt}, ${finalisedBy.name}.`);
  console.info(`Пакет цілий: файлів ${fileCount}, аркушів ${manifest.sheets.length}; суми сходяться.`);
  console.info(`The package is whole: ${fileCount} files, ${manifest.sheets.length} sheets; the sums agree.`);
  if (signatureCount > 0) {
    console.info(`Підписів: ${signatureCount}; їх перевіряють окремо, програмою підписування.`);
    console.info(`Signatures: ${signatureCount}; they are verified apart, by a signing program.`);
  }
  return true;
});
