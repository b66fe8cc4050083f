fn main() {
    catalogue_codegen::build("catalogue.yaml");
}
