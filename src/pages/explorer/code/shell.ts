/** The call for a shell: tccli for API 3.0, aliyun for Alibaba Cloud. No tool speaks the 2017 API. */
import { flatten } from '../../../../catalogue/wire.ts';
import { type CodeCall, productOf, shellWord } from './call.ts';

/** A value that begins with a dash would be read as an option of its own, so it is joined with "=". */
function option(name: string, value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.startsWith('-') ? `--${name}=${shellWord(text)}` : `--${name} ${shellWord(text)}`;
}

/** Null where there is no such tool. */
export function shellCode(call: CodeCall): string | null {
  const { action, data, params, region } = call;
  switch (data.protocol) {
    case 'api3':
      return lines(`tccli ${productOf(call)} ${action}`, [
        option('version', data.version),
        option('region', region),
        ...Object.entries(params).map(([name, value]) => option(name, value)),
      ]);
    case 'aliyun-rpc':
      return lines(`aliyun ${productOf(call)} ${action}`, [
        option('version', data.version),
        '--force',
        ...Object.entries(flatten(params, 1)).map(([name, value]) => option(name, value)),
      ]);
    case 'api2017':
      return null;
  }
}

const lines = (command: string, options: readonly string[]): string => [command, ...options].join(' \\\n  ');
