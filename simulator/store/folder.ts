/** The data folder itself: it must be ours, no link may lead out of it, and what goes wrong with it is said in words. */
import { constants } from 'node:fs';
import { chmod, type FileHandle, lstat, mkdir, open, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What is wrong with the data folder, and what to do about it, for the person who started the simulator. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

const ownUid = process.getuid?.();

const isOurs = (uid: number): boolean => ownUid === undefined || uid === ownUid;

const causes: Readonly<Record<string, string>> = {
  EROFS: 'the file system is read-only. Mount it for writing, or name another folder',
  EACCES: 'its permissions do not allow it. Give the folder to the user that the simulator runs as, or name another',
  EPERM: 'its permissions do not allow it. Give the folder to the user that the simulator runs as, or name another',
  ENOSPC: 'the disk is full. Make room',
  EDQUOT: 'the disk quota is used up. Make room',
  EFBIG: 'a file would grow beyond the limit that is set for this process. Raise it',
  EMFILE: 'too many files are open. Raise the limit',
  ENFILE: 'too many files are open. Raise the limit',
  ENOTDIR: 'it is no folder, or stands under something that is none. Name another',
  EIO: 'the disk reports an error. Look at it before you go on',
  ELOOP: 'a link stands where a file of ours should be. Remove it',
};

/** Why the system refused, in words; the system's own where there are none here. */
export function causeOf(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return causes[code] ?? message;
}

/** The error of the system as one for people; errors that are for people already stay as they are. */
export const inWords = (path: string, error: unknown): DataFolderError =>
  error instanceof DataFolderError ? error : new DataFolderError(`${path} cannot be used: ${causeOf(error)}.`);

/**
 * Makes the folder when it is missing. @returns its real path.
 * @throws DataFolderError when it is not ours, or somebody else's link leads to it.
 */
export async function ownFolder(path: string): Promise<string> {
  const at = resolve(path);
  try {
    await mkdir(at, { recursive: true, mode: 0o700 });
    const link = await lstat(at);
    const real = await realpath(at);
    const { uid, mode } = await stat(real);
    if (!isOurs(link.uid) || !isOurs(uid)) {
      throw new DataFolderError(
        `The data folder ${at} belongs to user ${isOurs(uid) ? link.uid : uid}, not to ours (${ownUid}). Name another.`,
      );
    }
    if ((mode & 0o022) !== 0) await chmod(real, mode & 0o755);
    return real;
  } catch (error) {
    throw inWords(`The data folder ${at}`, error);
  }
}

/** What the files of a folder are opened with. Tests put a disk in its place that is full. */
export type OpenFile = (path: string, flags: number) => Promise<FileHandle>;

const noFollow = constants.O_NOFOLLOW ?? 0;

/** Opens a file of ours (0600 where it is new), never through a link. @throws DataFolderError when it is somebody else's. */
export const openOwn: OpenFile = async (path, flags) => {
  const handle = await open(path, flags | noFollow, 0o600);
  const { uid } = await handle.stat();
  if (isOurs(uid)) return handle;
  await handle.close();
  throw new DataFolderError(`${path} belongs to user ${uid}, not to ours (${ownUid}).`);
};
