import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../../0-contract/errors.js';

/**
 * Keeps a second collector out of a folder. A lock that a killed process left behind is taken over.
 * @returns how to give it back
 * @throws Stop while another process holds it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, `${process.pid} ${bootId()}`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST')
        throw new Stop(`${folder}: cannot be written (${code}); name another folder by SAITES_CACHE`);
    }
    const [holder = '', boot] = read(file).split(' ');
    // after a power cut its number may be that of any process
    if (isRunning(Number(holder)) && (!boot || boot === bootId())) {
      throw new Stop(
        `another saites collects into ${folder} (process ${holder}); wait until it is done, or remove ${file} if there is none`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Stop(`another saites has just begun to collect into ${folder}; wait until it is done`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Of the time since this computer was started; empty where the system does not tell. */
const bootId = (): string => read('/proc/sys/kernel/random/boot_id').trim();

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it runs, for another user
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
