/**
 * What README.md of the repository leaves to the overlay: here the pauses are
 * short, and the last step waits for a person.
 */
export const quickSteps = name => `  - target:
      kind: Rollout
      name: ${name}
    patch: |-
      - op: replace
        path: /spec/strategy/canary/steps/1
        value: {pause: {duration: 5s}}
      - op: replace
        path: /spec/strategy/canary/steps/4
        value: {pause: {}}
  - target:
      kind: AnalysisTemplate
      name: ${name}-evaluation
    patch: |-
      - op: replace
        path: /spec/metrics/0/interval
        value: 2s
`;
