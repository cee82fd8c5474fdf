/** How infra/production/kustomization.yaml ends, as the template makes it. */
export const PRODUCTION_HOST = `        value: fraud-detector.production.example.com
`;

/** A patch behind it: production's canary waits at half of the traffic until it is promoted. */
export const ASK_FIRST = `  - target:
      kind: Rollout
      name: fraud-detector
    patch: |-
      - op: replace
        path: /spec/strategy/canary/steps/4
        value:
          pause: {}
`;
