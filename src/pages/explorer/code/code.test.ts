import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { codeCall, literal, quoteText, shellWord } from './call.ts';
import { goCode } from './go.ts';
import { nodeCode } from './node.ts';
import { pythonCode } from './python.ts';
import { shellCode } from './shell.ts';

/** Texts that end strings, start comments, expand or break lines where they are not escaped. */
const nasty = ['a"b', "it's", '\\', '$(id) `id` $HOME', 'a\nb\r\tc', '兰亭 😀', '# // /* */', '\ufeff\u2028', '{y} %s', '-x', ''];

describe('quoting', () => {
  it.each(nasty)('gives the shell %j as one word', (text) => {
    expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(text) || "''"}`], { encoding: 'utf8' })).toBe(text);
  });

  it.each(nasty)('gives JavaScript back %j', (text) => {
    const script = `process.stdout.write(${literal({ a: [text] }, { none: 'null', yes: 'true', no: 'false', list: ['[', ']'], map: ['{', '}'], indent: ' ' })}.a[0])`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe(text);
  });

  it('leaves no half of a character and no byte order mark in a source', () => {
    expect(quoteText('a\ud800b')).toBe('"a\ufffdb"');
    expect(quoteText('\ufeff')).toBe('"\\ufeff"');
  });
});

const params = { Filters: [{ Name: 'vpc-name', Values: ["it's"] }], Limit: 20, Force: true };
const api3 = codeCall('vpc:DescribeVpcs', params, 'ap-guangzhou');
const api2017 = codeCall('vpc2017:DescribeVpcEx', { offset: 0, filters: ['a b'] }, 'ap-guangzhou');
const alibaba = codeCall('alicdn:OpenCdnService', { InternetChargeType: 'PayByTraffic' }, 'ap-guangzhou');

describe('the call as code', () => {
  it('is a tccli command, with structures as JSON', () => {
    expect(shellCode(api3)).toBe(
      [
        'tccli vpc DescribeVpcs',
        '--version 2017-03-12',
        '--region ap-guangzhou',
        `--Filters '[{"Name":"vpc-name","Values":["it'\\''s"]}]'`,
        '--Limit 20',
        '--Force true',
      ].join(' \\\n  '),
    );
    expect(shellCode(api2017)).toBeNull();
    expect(shellCode(alibaba)).toContain('aliyun cdn OpenCdnService');
    expect(shellCode(codeCall('vpc:DescribeVpcs', { Name: '-x' }, 'gz'))).toContain('--Name=-x');
  });

  it('writes each language’s own values', () => {
    expect(nodeCode(api3)).toContain('"Force": true,');
    expect(pythonCode(api3)).toContain('"Force": True,');
    expect(goCode(api3)).toContain('"Filters": []any{');
    expect(goCode(api3)).toContain('map[string]any{');
  });

  it('flattens the generations that take pairs', () => {
    for (const write of [nodeCode, pythonCode, goCode]) {
      expect(write(api2017)).toContain('"filters.0": "a b"');
      expect(write(api2017)).toContain('"Action": "DescribeVpcEx"');
      expect(write(alibaba)).toContain('OpenCdnService');
    }
  });

  it('parses as JavaScript and as Python', () => {
    for (const call of [api3, api2017, alibaba]) {
      execFileSync(process.execPath, ['--check', '-'], { input: nodeCode(call) });
      execFileSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], { input: pythonCode(call) });
    }
  });
});
