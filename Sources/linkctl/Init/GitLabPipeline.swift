extension StarterFile {
  static let gitlabPipeline = StarterFile(
    path: ".gitlab-ci.yml",
    text: """
      # Checks every change of links, shows what it would do, and does it on the default branch.
      #
      #   validate   every change, also from forks: no secrets, no server
      #   preview    merge requests of this project's own branches: against a committed snapshot
      #   plan       the default branch: reads the server, saves the plan and shows it
      #   apply      that very plan, with the secrets of the links, once somebody has started it
      #   drift      every night, by a schedule: is the server still as the default branch says?
      #
      # All but validate are off until the project has a variable LINKCTL_ENV. To switch them on:
      #   1. Declare the environment in linkctl.yaml, say prod, with 'snapshot: snapshots/prod.json', and
      #      set LINKCTL_ENV to its name.
      #   2. Commit its catalog: linkctl snapshot --env prod --out snapshots/prod.json
      #   3. Add the protected variable LINKCTL_PASSWORD of the target's account for the environment
      #      prod-read. An account that may only see links will do: name it by --target there.
      #   4. Protect the environment prod, and add for it LINKCTL_PASSWORD and the variables that the
      #      links need ('linkctl secrets' lists them).
      #   5. Make a schedule for the default branch, once a night.
      #
      # The image of the runner has to have the version of linkctl that you have reviewed.
      stages: [validate, plan, apply]

      validate:
        stage: validate
        script:
          - linkctl validate --report gitlab=quality.json
          - linkctl fmt --check --diff
        artifacts:
          when: always
          reports: { codequality: quality.json }
        rules:
          - if: $CI_PIPELINE_SOURCE == "schedule"
            when: never
          - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

      preview:
        stage: plan
        script:
          - linkctl plan --offline --max-snapshot-age 7d --report html=plan.html --report junit=links.xml
        artifacts:
          when: always
          paths: [plan.html]
          reports: { junit: links.xml }
        rules:
          - if: >-
              $LINKCTL_ENV && $CI_PIPELINE_SOURCE == "merge_request_event"
              && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID

      # Ends with 3 where something is blocked, and 2 where there are changes to start apply for.
      plan:
        stage: plan
        environment:
          name: $LINKCTL_ENV-read
        script:
          - linkctl plan --out linkctl.plan --detailed-exitcode
        allow_failure:
          exit_codes: [2]
        artifacts:
          when: always
          paths: [linkctl.plan]
          expire_in: 1 week
        rules:
          - if: >-
              $LINKCTL_ENV && $CI_PIPELINE_SOURCE == "push"
              && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

      # Where anything has changed since the plan, nothing is done (exit 4).
      apply:
        stage: apply
        environment:
          name: $LINKCTL_ENV
        resource_group: linkctl-apply
        script:
          - linkctl apply linkctl.plan
        rules:
          - if: >-
              $LINKCTL_ENV && $CI_PIPELINE_SOURCE == "push"
              && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
            when: manual

      drift:
        stage: plan
        environment:
          name: $LINKCTL_ENV-read
        script:
          - linkctl snapshot --out snapshot.json
          - linkctl drift --detailed-exitcode --report junit=links.xml
        artifacts:
          when: always
          paths: [snapshot.json]
          reports: { junit: links.xml }
          expire_in: 1 week
        rules:
          - if: $LINKCTL_ENV && $CI_PIPELINE_SOURCE == "schedule"

      """
  )
}
