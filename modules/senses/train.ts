import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fitModel, prepareLesson } from './fit-model';
import { readCorpora } from './read-corpora';
import { weightsFile } from './read-weights';

/** `npm run train`: learns the weights of everyday words from `test/eval/` and writes `weights.tsv` beside this file. Same input, same file. */
const { dev, counted, own } = readCorpora();
const table = fitModel(prepareLesson({ texts: [...dev.flatMap(({ examples }) => examples), ...counted], own }));
writeFileSync(weightsFile, `${table}\n`);
console.log(`${table.split('\n').length} words, ${table.length} bytes, ${gzipSync(table, { level: 9 }).length} gzip`);
