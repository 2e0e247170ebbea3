/// Whose pipelines a new project is to have.
enum PipelineKind: String, CaseIterable {
  case github
  case gitlab
  case none
}

extension PipelineKind {
  var file: StarterFile? {
    switch self {
    case .github: .githubWorkflow
    case .gitlab: .gitlabPipeline
    case .none: nil
    }
  }
}

// Forks get no secrets, plans use an account that only reads, and only the protected branch applies.
extension StarterFile {
  static let githubWorkflow = StarterFile(
    path: ".github/workflows/linkctl.yaml",
    text: """
      # Checks every change of links, shows what it would do, and does it on the main branch.
      #
      #   validate   every change, also from forks: no secrets, no server
      #   plan       changes on branches of this repository: against a committed snapshot, no secrets
      #   apply      the main branch, with the secrets of the links, once somebody has approved
      #
      # Plan and apply are off until the repository has a variable LINKCTL_ENV. To switch them on:
      #   1. Declare the environment in linkctl.yaml, say prod, and set LINKCTL_ENV to its name.
      #   2. Commit its catalog: linkctl snapshot --env prod --out snapshots/prod.json
      #   3. Make the environment prod for the main branch only, with reviewers and the secrets
      #      that the links need ('linkctl secrets' lists them), and name those in the job apply.
      name: linkctl
      on:
        pull_request:
        push:
          branches: [main]
      permissions: {}

      jobs:
        validate:
          runs-on: ubuntu-24.04
          timeout-minutes: 10
          permissions:
            contents: read
          steps:
            - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
              with:
                persist-credentials: false
            # Here, put the version of linkctl that you have reviewed on the PATH.
            - run: linkctl validate

        plan:
          needs: validate
          if: >-
            vars.LINKCTL_ENV != '' && github.event_name == 'pull_request'
            && github.event.pull_request.head.repo.full_name == github.repository
          runs-on: ubuntu-24.04
          timeout-minutes: 10
          permissions:
            contents: read
          steps:
            - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
              with:
                persist-credentials: false
            # Here too, and in the job apply.
            - run: linkctl plan --snapshot "snapshots/$LINKCTL_ENV.json"
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}

        apply:
          needs: validate
          if: >-
            vars.LINKCTL_ENV != '' && github.event_name == 'push'
            && github.ref == 'refs/heads/main'
          runs-on: ubuntu-24.04
          timeout-minutes: 30
          environment: ${{ vars.LINKCTL_ENV }}
          concurrency:
            group: linkctl-apply
            cancel-in-progress: false
          permissions:
            contents: read
          steps:
            - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
              with:
                persist-credentials: false
            # The environment's reviewers have approved.
            - run: linkctl apply --auto-approve
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}
                # EXAMPLE_AWS_SECRET_ACCESS_KEY: ${{ secrets.EXAMPLE_AWS_SECRET_ACCESS_KEY }}

      """
  )

  static let gitlabPipeline = StarterFile(
    path: ".gitlab-ci.yml",
    text: """
      # Checks every change of links, shows what it would do, and does it on the default branch.
      #
      #   validate   every change, also from forks: no secrets, no server
      #   plan       merge requests of this project's own branches: against a committed snapshot
      #   apply      the default branch, with the secrets of the links, once somebody has started it
      #
      # Plan and apply are off until the project has a variable LINKCTL_ENV. To switch them on:
      #   1. Declare the environment in linkctl.yaml, say prod, and set LINKCTL_ENV to its name.
      #   2. Commit its catalog: linkctl snapshot --env prod --out snapshots/prod.json
      #   3. Protect the environment prod, and add there the variables that the links need
      #      ('linkctl secrets' lists them).
      #
      # The image of the runner has to have the version of linkctl that you have reviewed.
      stages: [validate, plan, apply]

      validate:
        stage: validate
        script:
          - linkctl validate
        rules:
          - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

      plan:
        stage: plan
        script:
          - linkctl plan --snapshot "snapshots/$LINKCTL_ENV.json"
        rules:
          - if: >-
              $LINKCTL_ENV && $CI_PIPELINE_SOURCE == "merge_request_event"
              && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID

      apply:
        stage: apply
        environment:
          name: $LINKCTL_ENV
        resource_group: linkctl-apply
        script:
          - linkctl apply --auto-approve
        rules:
          - if: $LINKCTL_ENV && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
            when: manual

      """
  )
}
