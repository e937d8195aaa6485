import { describe, expect, it } from 'vitest';
import { type ActionData, cidr, ref, text } from './define.ts';
import { actions, actions as allActions } from './index.ts';
import { codeFor } from './refusal.ts';
import { type Issue, issues, validate } from './validate.ts';

const withErrors = (...errors: string[]): ActionData => ({ kind: 'do', line: 1, params: {}, results: {}, errors });
const general = ['MissingParameter', 'UnknownParameter', 'InvalidParameter', 'InvalidParameterValue'];

describe('codeFor', () => {
  it('answers only public codes where the action names none', () => {
    for (const issue of issues) expect(general).toContain(codeFor({ path: 'X', issue }, withErrors(), 'api3'));
  });

  it.each<[Issue, string[], string]>([
    ['missing', [], 'MissingParameter'],
    ['one-of', [], 'MissingParameter'],
    ['unknown', [], 'UnknownParameter'],
    ['type', ['InvalidParameterValue'], 'InvalidParameter'],
    ['exclusive', [], 'InvalidParameter'],
    ['exclusive', ['InvalidParameter.Coexist'], 'InvalidParameter.Coexist'],
    ['exclusive', ['InvalidParameterConflict'], 'InvalidParameterConflict'],
    ['not-cidr', [], 'InvalidParameterValue'],
    ['not-cidr', ['InvalidParameterValue', 'InvalidParameterValue.Malformed'], 'InvalidParameterValue.Malformed'],
    ['too-long', ['InvalidParameterValue', 'InvalidParameterValue.TooLong'], 'InvalidParameterValue.TooLong'],
    ['too-many', ['InvalidParameterValue.LimitExceeded'], 'InvalidParameterValue.LimitExceeded'],
    ['prefix-range', ['InvalidParameterValue.Range'], 'InvalidParameterValue.Range'],
    ['unknown-filter', ['InvalidFilter'], 'InvalidFilter'],
    ['unknown-filter', ['InvalidParameter.FilterInvalidKey'], 'InvalidParameter.FilterInvalidKey'],
    ['unknown-filter', [], 'InvalidParameterValue'],
  ])('%s with %j is %s', (issue, errors, code) => {
    expect(codeFor({ path: 'X', issue }, withErrors(...errors), 'api3')).toBe(code);
  });

  it('prefers the code of the field, for what is wrong with its value', () => {
    const field = cidr({ refusedAs: 'InvalidSubnetCidr' });
    expect(codeFor({ path: 'X', issue: 'not-cidr', field }, withErrors('InvalidSubnetCidr'), 'api2017')).toBe('InvalidSubnetCidr');
    expect(codeFor({ path: 'X', issue: 'missing', field }, withErrors(), 'api2017')).toBe('InvalidParameter');
    expect(codeFor({ path: 'X', issue: 'missing', field }, withErrors(), 'api3')).toBe('MissingParameter');
  });

  it('prefers what a table of today says of an id that is none to the field’s code', () => {
    const problem = { path: 'X', issue: 'not-an-id', field: ref('vpc', { refusedAs: 'ResourceNotFound' }) } as const;
    const refusing = (...errors: string[]): ActionData => ({ kind: 'list', source: 'today', params: {}, results: {}, errors });
    const malformed = 'InvalidParameterValue.Malformed';
    expect(codeFor(problem, refusing(malformed), 'api3')).toBe(malformed);
    expect(codeFor(problem, refusing(malformed, 'ResourceNotFound'), 'api3')).toBe(malformed);
    expect(codeFor(problem, refusing('InvalidParameterValue', 'ResourceNotFound'), 'api3')).toBe('ResourceNotFound');
    expect(codeFor(problem, refusing(), 'api3')).toBe('ResourceNotFound');
    expect(codeFor(problem, withErrors(malformed), 'api3')).toBe('ResourceNotFound');
  });

  it('answers the number 9003 where the action has numbers only', () => {
    const rename = allActions['vpc2017:ModifyAddressAttribute'];
    const [problem] = validate(rename, { addressId: 'sg-1', addressName: 'a' });
    expect(problem && codeFor(problem, rename, 'api2017')).toBe('9003');
  });

  it('has two codes for Alibaba', () => {
    expect(codeFor({ path: 'X', issue: 'missing', field: text() }, withErrors(), 'aliyun-rpc')).toBe('MissingParameter');
    expect(codeFor({ path: 'X', issue: 'not-a-choice', field: text() }, withErrors(), 'aliyun-rpc')).toBe('InvalidParameter');
  });

  it('answers a bad subnet as documented', () => {
    const create = actions['vpc:CreateSubnet'];
    const bad = { VpcId: 'vpc-1a2b3c4d', SubnetName: 'a', CidrBlock: '10.0.0.0/29', Zone: 'ap-guangzhou-2' };
    expect(validate(create, bad).map((problem) => codeFor(problem, create, 'api3'))).toEqual(['InvalidParameterValue.SubnetRange']);
  });
});
