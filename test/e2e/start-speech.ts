import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../modules/start/wait-for';

export interface SpeechServer {
  /** what SPEECHD_ADDRESS is set to for a browser */
  address: string;
  /** what espeak-ng was given to say so far, a line each */
  readSaid(): string[];
  end(): void;
}

/** espeak-ng speaks as fast as it can, into nothing, and takes the time that its sound would take. */
const speak = `#!/bin/sh
printf '%s\\n' "$2" >> "$(dirname "$0")/said"
bytes=$(espeak-ng -v "$1" -s 450 --stdout "$2" | wc -c)
sleep $((bytes / 44100))
`;

/**
 * A speech-dispatcher of our own with espeak-ng behind it; undefined where this machine has not both, or lets none start. Its voices are called “default”:
 * Firefox takes no other one of speech-dispatcher's for local (SpeechDispatcherService.cpp compares the name).
 */
export async function startSpeech(): Promise<SpeechServer | undefined> {
  const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!has('speech-dispatcher') || !has('espeak-ng')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'speech-'));
  const said = join(folder, 'said');
  const socket = join(folder, 'socket');
  mkdirSync(join(folder, 'modules'));
  writeFileSync(join(folder, 'speak'), speak);
  chmodSync(join(folder, 'speak'), 0o755);
  writeFileSync(
    join(folder, 'speechd.conf'),
    'AudioOutputMethod "libao"\nAddModule "voice" "sd_generic" "voice.conf"\nDefaultModule voice\n',
  );
  writeFileSync(
    join(folder, 'modules/voice.conf'),
    `GenericExecuteSynth "${folder}/speak $LANGUAGE \\'$DATA\\'"
GenericLanguage "en" "en" "utf-8"
GenericLanguage "zh" "cmn" "utf-8"
AddVoice "en" "MALE1" "default"
AddVoice "zh" "MALE1" "default"
`,
  );
  const daemon = spawn(
    'speech-dispatcher',
    ['-s', '-C', folder, '-L', folder, '-P', join(folder, 'pid'), '-c', 'unix_socket', '-S', socket, '-t', '0'],
    { stdio: 'ignore', env: { ...process.env, HOME: folder } },
  );
  await waitFor(() => existsSync(socket) || daemon.exitCode !== null, { what: 'speech-dispatcher' });
  if (daemon.exitCode !== null) return undefined;
  return {
    address: `unix_socket:${socket}`,
    readSaid: () => (existsSync(said) ? readFileSync(said, 'utf8').trim().split('\n') : []),
    end() {
      daemon.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
